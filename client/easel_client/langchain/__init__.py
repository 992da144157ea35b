"""LangChain: tools for agents, a prompt of three parts, and directors that write it.

Needs the extra: `pip install 'easel-client[langchain]'`.
"""

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
