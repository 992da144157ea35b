"""`easel enhance`: a brief in any language to a prompt."""

import sys
from typing import Annotated

import typer

from easel_client.cli.options import AsJson, ModelName, Yes
from easel_client.cli.screen import dump, put, say
from easel_client.cli.session import Exit, session


def enhance(
    brief: Annotated[str, typer.Argument(help="What you want to see, in any language")],
    *,
    model: ModelName = None,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Turn a brief into the three parts of a prompt, by one paid call of a text model."""
    with session(as_json=as_json) as easel:
        most = easel.enhance_offer().most
        say(f"At most {most} USD")
        agreed = yes or (sys.stdin.isatty() and typer.confirm("Enhance?", default=True, err=True))
        if not agreed:
            say("Not enhanced; --yes pays without asking. Nothing was spent.")
            raise typer.Exit(Exit.DECLINED)
        made = easel.enhance(brief, model=model)
    if as_json:
        dump(made.raw)
        return
    parts = made.prompt
    told = {
        "type": parts.image_type,
        "description": parts.description,
        "style": parts.style,
        "details": ", ".join(parts.details),
        "negative": made.negative_prompt,
    }
    for name, text in told.items():
        if text:
            put(f"{name:<12} {text}")
    say(f"{made.cost.spent} {made.cost.currency} spent", "dim")
