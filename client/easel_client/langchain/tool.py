"""What both tools have in common: a client or two, a price limit, manners."""

from abc import abstractmethod
from decimal import Decimal
from typing import Any, Literal

from langchain_core.tools import BaseTool
from pydantic import ConfigDict, Field, ValidationError

from easel_client.async_easel import AsyncEasel
from easel_client.easel import Easel
from easel_client.langchain.painting import Report, painted
from easel_client.steps import Flow


def mistaken(error: Any) -> str:
    """Return what is wrong with a tool's arguments, so that a chat model can mend them."""
    if not isinstance(error, ValidationError):
        return str(error)
    faults = (f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
    return f"The arguments cannot be accepted. {'; '.join(faults)}. Nothing was spent."


class ImageTool(BaseTool):
    """A tool that paints.

    Attributes:
        client: Asks for `invoke`; the environment's if left out.
        async_client: Awaited by `ainvoke`; without it a thread asks `client`.
        model: Image model, short name or intent; the service's default if None.
        seconds: To wait for pictures at most.
        most_usd: A call that would cost more is refused; None: only the budget limits it.
        share: Whether to tell links that show the pictures to whoever has them.
        settings: What every request has beside the agent's arguments.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    client: Easel = Field(default_factory=Easel.from_env, exclude=True)
    async_client: AsyncEasel | None = Field(default=None, exclude=True)
    model: str | None = None
    seconds: float = 300.0
    most_usd: Decimal | None = None
    share: bool = False
    settings: dict[str, Any] = Field(default_factory=dict[str, Any])
    response_format: Literal["content", "content_and_artifact"] = "content_and_artifact"
    handle_tool_error: Any = True
    handle_validation_error: Any = mistaken

    @abstractmethod
    def request(self, **arguments: Any) -> dict[str, Any]:
        """Return the agent's arguments as a request."""

    def _run(self, **arguments: Any) -> Report:
        return self.client.follow(self._painted(arguments))

    async def _arun(self, **arguments: Any) -> Report:
        if self.async_client is None:
            return await super()._arun(**arguments)
        return await self.async_client.follow(self._painted(arguments))

    def _painted(self, arguments: dict[str, Any]) -> Flow[Report]:
        whole = {"model": self.model, **self.settings, **self.request(**arguments)}
        return painted(whole, seconds=self.seconds, most_usd=self.most_usd, share=self.share)
