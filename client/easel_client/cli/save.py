"""`easel save`: fetch what was painted."""

from pathlib import Path
from typing import Annotated

import typer

from easel_client.answers import Generation
from easel_client.cli.options import AsJson, Out
from easel_client.cli.saving import save_image
from easel_client.cli.screen import dump, put, say
from easel_client.cli.session import Exit, session


def save(
    named: Annotated[str, typer.Argument(metavar="ID", help="gen_… or img_…")],
    *,
    out: Out = Path(),
    as_json: AsJson = False,
) -> None:
    """Save a picture, or all of a generation when it has ended."""
    with session(as_json=as_json) as easel:
        found = easel.wait(named) if named.startswith("gen_") else easel.image(named)
        images = found.pictures if isinstance(found, Generation) else (found,)
        paths = [save_image(easel, each, out) for each in images if each.succeeded]
    if as_json:
        dump({**found.raw, "files": [str(each) for each in paths]})
    else:
        for each in paths:
            put(str(each))
    if not paths:
        say(f"{named} is {found.status}: there is no picture.", "yellow")
        raise typer.Exit(Exit.NO_PICTURE)
