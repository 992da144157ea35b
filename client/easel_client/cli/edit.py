"""`easel edit`: a picture and words to a picture."""

import re
from pathlib import Path
from typing import Annotated

import typer

from easel_client.calls.bodies import PICTURE_ID, picture
from easel_client.cli.options import (
    AsJson,
    Count,
    Format,
    ModelName,
    Negative,
    Out,
    Parameters,
    Seed,
    Yes,
    parameters,
)
from easel_client.cli.paying import paint
from easel_client.cli.session import session
from easel_client.easel import Easel


def edit(
    image: Annotated[
        str, typer.Argument(metavar="PICTURE", help="A file, or an id: img_…, inp_…, upl_…")
    ],
    prompt: Annotated[str | None, typer.Argument(help="What to show, where the task asks")] = None,
    *,
    task: Annotated[
        str | None,
        typer.Option("--task", "-t", help="inpaint with --mask, else image_to_image, if left out"),
    ] = None,
    mask: Annotated[str | None, typer.Option(help="File or id; white is painted anew")] = None,
    style_image: Annotated[str | None, typer.Option(help="File or id, for style_transfer")] = None,
    reference: Annotated[
        str | None, typer.Option(help="File or id of a palette or garment")
    ] = None,
    fit: Annotated[str | None, typer.Option(help="resize, crop or pad what does not fit")] = None,
    negative: Negative = None,
    model: ModelName = None,
    count: Count = 1,
    seed: Seed = None,
    output_format: Format = None,
    parameter: Parameters = None,
    out: Out = Path(),
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Edit a picture. Tells the price and asks before it pays."""
    with session(as_json=as_json) as easel:
        request = {
            "task": task or ("inpaint" if mask else "image_to_image"),
            "image": source(easel, image),
            "mask": mask and source(easel, mask),
            "style_image": style_image and source(easel, style_image),
            "reference_image": reference and source(easel, reference),
            "prompt": prompt,
            "negative_prompt": negative,
            "fit": fit,
            "model": model,
            "count": count,
            "seed": seed,
            "output_format": output_format,
            "parameters": parameters(parameter),
        }
        paint(easel, request, out=out, yes=yes, as_json=as_json)


def source(easel: Easel, named: str) -> dict[str, str]:
    """Return a picture as requests name it; a file is uploaded first."""
    path = Path(named)
    if path.is_file():
        return {"upload_id": easel.upload(path).id}
    if not re.fullmatch(PICTURE_ID, named):
        raise typer.BadParameter(
            f"{named!r} is no file, and no id like img_…", param_hint="PICTURE"
        )
    return picture(named)
