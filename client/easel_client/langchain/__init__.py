"""LangChain: tools for agents, a prompt of three parts, and directors that write it.

Needs the extra: in a clone of Easel, `pip install './client[langchain]'`.
"""

try:
    import langchain_core as _  # noqa: F401 - only to say what is missing
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        f"{missing.name} is not installed: in a clone of Easel, pip install './client[langchain]'",
        name=missing.name,
    ) from missing

from easel_client.langchain.directors import direct_brief, enhance_brief
from easel_client.langchain.edit import EditImageTool
from easel_client.langchain.generate import GenerateImageTool
from easel_client.langchain.painter import paint
from easel_client.langchain.prompts import IMAGE_PROMPT, ImagePrompt
from easel_client.langchain.toolkit import EaselToolkit

__all__ = [
    "IMAGE_PROMPT",
    "EaselToolkit",
    "EditImageTool",
    "GenerateImageTool",
    "ImagePrompt",
    "direct_brief",
    "enhance_brief",
    "paint",
]
