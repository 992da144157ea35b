"""All of an agent's tools, on one client."""

from decimal import Decimal
from typing import Any, Self

from langchain_core.tools import BaseTool, BaseToolkit
from pydantic import ConfigDict, Field

from easel_client.async_easel import AsyncEasel
from easel_client.easel import Easel
from easel_client.langchain.edit import EditImageTool
from easel_client.langchain.generate import GenerateImageTool


class EaselToolkit(BaseToolkit):
    """Tools that paint and edit; the attributes are those of `ImageTool`.

    Attributes:
        model: For `generate_image` only: an edit's task chooses its own.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    client: Easel = Field(default_factory=Easel.from_env, exclude=True)
    async_client: AsyncEasel | None = Field(default=None, exclude=True)
    model: str | None = None
    seconds: float = 300.0
    most_usd: Decimal | None = None
    share: bool = False

    @classmethod
    def from_env(cls, **settings: Any) -> Self:
        """Return tools on `EASEL_URL` with `EASEL_API_KEY`, blocking and awaited."""
        return cls(client=Easel.from_env(), async_client=AsyncEasel.from_env(), **settings)

    def get_tools(self) -> list[BaseTool]:
        """Return the tools."""
        alike: dict[str, Any] = {
            "client": self.client,
            "async_client": self.async_client,
            "seconds": self.seconds,
            "most_usd": self.most_usd,
            "share": self.share,
        }
        return [GenerateImageTool(model=self.model, **alike), EditImageTool(**alike)]
