"""Options that several commands take, and how their values are read."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

AsJson = Annotated[bool, typer.Option("--json", help="The service's own answer, as JSON")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Pay without asking")]
Out = Annotated[Path, typer.Option(help="Folder for the pictures", file_okay=False)]
ModelName = Annotated[
    str | None, typer.Option("--model", "-m", help="Id, short name, or fast, balanced, best")
]
Count = Annotated[int, typer.Option("--count", "-n", min=1, help="Pictures")]
Seed = Annotated[int | None, typer.Option(min=0, help="Of the first picture")]
Negative = Annotated[str | None, typer.Option("--negative", help="What to avoid")]
Format = Annotated[str | None, typer.Option("--format", help="png, jpeg or webp")]
Parameters = Annotated[
    list[str] | None,
    typer.Option("--parameter", "-p", help="name=value, of the model's own parameters; repeatable"),
]


def parameters(given: Iterable[str] | None) -> dict[str, Any] | None:
    """Return parameters from `name=value`s; what reads as JSON is JSON, all else is text."""
    pairs = [_pair(each) for each in given or ()]
    return dict(pairs) or None


def _pair(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise typer.BadParameter(f"{text!r} is not name=value", param_hint="--parameter")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
