"""A call's flow as a Runnable: one mind, blocking and awaited."""

from collections.abc import Callable
from typing import TypeVar

from langchain_core.runnables import RunnableLambda

from easel_client.async_easel import AsyncEasel
from easel_client.easel import Easel
from easel_client.steps import Flow

Given = TypeVar("Given")
Made = TypeVar("Made")


def following(
    flow: Callable[[Given], Flow[Made]], easel: Easel, async_easel: AsyncEasel | None, *, name: str
) -> RunnableLambda[Given, Made]:
    """Return a Runnable that follows a flow, awaited by `async_easel` if there is one."""

    def blocking(given: Given) -> Made:
        return easel.follow(flow(given))

    if async_easel is None:
        return RunnableLambda(blocking, name=name)

    async def awaited(given: Given) -> Made:
        return await async_easel.follow(flow(given))

    return RunnableLambda(blocking, afunc=awaited, name=name)
