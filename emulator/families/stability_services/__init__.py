"""Stability AI Image Services: thirteen tools, each with an image and a task of its own.

https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
checked 2026-11-22. They are called through inference profiles of the United States.
That unknown keys are refused is unconfirmed, and so are the sizes of the answers:
`sizes` says which were taken.
"""

from typing import Any

from emulator.commission import Commission
from emulator.families.page import Page
from emulator.families.stability import answer, decline, wishes_in
from emulator.families.stability_services import jobs, pages
from emulator.families.stability_services.tools import tool_of
from emulator.families.wording import seed_or_random

__all__ = ["SHOWS_FILTERED", "answer", "decline", "page", "read"]

SHOWS_FILTERED: bool = False


def page(model: str) -> Page:
    """Return a tool's page; of one unknown, Inpaint's."""
    return pages.of(tool_of(model))


def read(model: str, body: dict[str, Any]) -> list[Commission]:
    """Read a body that keeps to the tool's page: one picture."""
    tool = tool_of(model)
    work = jobs.of(tool, body)
    seed = seed_or_random(body.get("seed", 0), pages.MAX_SEED) if "seed" in tool.takes else 0
    return [
        Commission(
            model=model,
            wishes=wishes_in(body),
            width=work.size[0],
            height=work.size[1],
            seed=seed,
            format=body.get("output_format", "png"),
            preset=body.get("style_preset"),
            job=tool.job,
            materials=work.materials,
            options=work.options,
        )
    ]
