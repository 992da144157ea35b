"""`easel gallery`: what you have painted."""

from pathlib import Path
from typing import Annotated

import typer

from easel_client.answers import Image
from easel_client.cli.options import AsJson, ModelName
from easel_client.cli.saving import save_image
from easel_client.cli.screen import dump, lay_out, put, say
from easel_client.cli.session import session


def gallery(
    *,
    text: Annotated[str | None, typer.Option(help="Only with this in the prompt")] = None,
    model: ModelName = None,
    task: Annotated[str | None, typer.Option(help="Only of this task")] = None,
    tag: Annotated[str | None, typer.Option(help="Only with this tag")] = None,
    favourite: Annotated[bool, typer.Option("--favourite", help="Only favourites")] = False,
    picked: Annotated[bool, typer.Option("--picked", help="Only the best of each")] = False,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Pictures on a page")] = 20,
    cursor: Annotated[str | None, typer.Option(help="Where the page before ended")] = None,
    out: Annotated[
        Path | None, typer.Option(help="Save them into this folder", file_okay=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List your pictures, newest first."""
    with session(as_json=as_json) as easel:
        page = easel.images(
            text=text,
            model=model,
            task=task,
            tag=tag,
            favourite=favourite,
            picked=picked,
            limit=limit,
            cursor=cursor,
        )
        paths = [save_image(easel, each, out) for each in page] if out else []
    if as_json:
        dump(page.raw)
    elif paths:
        for each in paths:
            put(str(each))
    else:
        lay_out(("id", "size", "seed", "", "prompt"), [_row(each) for each in page])
    if page.next_cursor:
        say(f"More: --cursor {page.next_cursor}", "dim")


def _row(image: Image) -> tuple[str, ...]:
    marks = ("♥" if image.favourite else "") + ("★" if image.picked else "")
    seed = "" if image.seed is None else str(image.seed)
    return image.id, f"{image.width}x{image.height}", seed, marks, image.prompt
