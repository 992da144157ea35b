"""A call's flow as a Runnable: one mind, blocking and awaited."""

from collections.abc import Callable
from typing import TypeVar

from langchain_core.runnables import RunnableLambda

from easel_client.async_easel import AsyncEasel
from easel_client.easel import Easel
from easel_client.steps import Flow

I = TypeVar("I")  # noqa: E741 - in and out
O = TypeVar("O")  # noqa: E741


def following(
    flow: Callable[[I], Flow[O]], easel: Easel, async_easel: AsyncEasel | None, *, name: str
) -> RunnableLambda[I, O]:
    """Return a Runnable that follows a flow, awaited by `async_easel` if there is one."""

    def blocking(given: I) -> O:
        return easel.follow(flow(given))

    if async_easel is None:
        return RunnableLambda(blocking, name=name)

    async def awaited(given: I) -> O:
        return await async_easel.follow(flow(given))

    return RunnableLambda(blocking, afunc=awaited, name=name)
