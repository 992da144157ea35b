"""What tools do: paint within a price, and report in words and in facts.

A chat model reads the words: ids, sizes, seeds, links if they are wanted, never pixels. The
facts, which it does not read, go along as the artifact.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from langchain_core.tools import ToolException

from easel_client import calls
from easel_client.answers import Generation, Image
from easel_client.errors import EaselError
from easel_client.steps import Flow

Report = tuple[str, list[dict[str, Any]]]


def painted(
    request: Mapping[str, Any], *, seconds: float, most_usd: Decimal | None, share: bool
) -> Flow[Report]:
    """Paint and report; what went wrong is told to the agent, which goes on.

    Args:
        request: For `generate`.
        seconds: To wait at most.
        most_usd: Refuse what would cost more; None for no limit but the budget's.
        share: Whether to make links that show the pictures to whoever has them.

    Raises:
        ToolException: refused, too dear, or no picture came of it.
    """
    try:
        yield from _within(request, most_usd)
        made = yield from calls.generate(wait=seconds, **request)
        links = (yield from _links(made)) if share else {}
    except EaselError as refused:
        raise ToolException(_told(refused)) from refused
    if not made.done:
        raise ToolException(
            f"{made.id} is still being painted after {seconds:g} s; {_counted(made)}"
        )
    if not made.pictures:
        raise ToolException(f"No picture was made. {_troubles(made)}")
    return _words(made, links), [dict(each.raw) for each in made.pictures]


def _within(request: Mapping[str, Any], most_usd: Decimal | None) -> Flow[None]:
    if most_usd is None:
        return
    price = (yield from calls.plan(**request)).price.total
    if price > most_usd:
        raise ToolException(
            f"This would cost {price} USD, and one call may cost {most_usd} USD at most. "
            "Ask for fewer images. Nothing was spent."
        )


def _links(made: Generation) -> Flow[dict[str, str]]:
    links: dict[str, str] = {}
    for each in made.pictures:
        links[each.id] = (yield from calls.share(each.id)).url
    return links


def _words(made: Generation, links: Mapping[str, str]) -> str:
    lines = [_line(each, links.get(each.id)) for each in made.pictures]
    head = f"{_counted(made)} by {made.model.used}, {made.cost.spent} USD spent."
    return "\n".join([head, *lines, *filter(None, [_troubles(made)])])


def _line(image: Image, link: str | None) -> str:
    seed = "" if image.seed is None else f", seed {image.seed}"
    return f"- {image.id}: {image.width}x{image.height}{seed}{f', {link}' if link else ''}"


def _counted(made: Generation) -> str:
    return f"{made.counts.succeeded} of {made.counts.total} images painted"


def _troubles(made: Generation) -> str:
    return " ".join(
        f"{each.id} {each.status}: {each.error.detail}" for each in made.images if each.error
    )


def _told(error: EaselError) -> str:
    """Return a refusal so that a chat model can mend its call."""
    faults = "; ".join(f"{each.pointer}: {each.detail}" for each in error.errors)
    return f"{error.title} ({error.code}). {faults or error.detail}"
