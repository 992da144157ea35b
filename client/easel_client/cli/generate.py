"""`easel generate`: words to pictures."""

from pathlib import Path
from typing import Annotated

import typer

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


def generate(
    description: Annotated[str, typer.Argument(help="What to show")],
    *,
    image_type: Annotated[
        str | None, typer.Option("--type", help="photograph, oil painting, …")
    ] = None,
    style: Annotated[str | None, typer.Option(help="cinematic, art deco, …")] = None,
    detail: Annotated[
        list[str] | None, typer.Option(help="Light, lens, colours; repeatable")
    ] = None,
    negative: Negative = None,
    model: ModelName = None,
    count: Count = 1,
    seed: Seed = None,
    aspect_ratio: Annotated[str | None, typer.Option(help="16:9; or --size")] = None,
    size: Annotated[str | None, typer.Option(help="1024x1024; or --aspect-ratio")] = None,
    output_format: Format = None,
    parameter: Parameters = None,
    out: Out = Path(),
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Paint pictures from words. Tells the price and asks before it pays."""
    parts = {"image_type": image_type, "style": style, "details": detail}
    named = {name: part for name, part in parts.items() if part}
    request = {
        "prompt": {"description": description, **named} if named else description,
        "negative_prompt": negative,
        "model": model,
        "count": count,
        "seed": seed,
        "aspect_ratio": aspect_ratio,
        "size": size,
        "output_format": output_format,
        "parameters": parameters(parameter),
    }
    with session(as_json=as_json) as easel:
        paint(easel, request, out=out, yes=yes, as_json=as_json)
