"""The commands, and what is common to all of them."""

from typing import Annotated

import typer

from easel_client.cli import edit, enhance, gallery, generate, models, save, usage
from easel_client.endpoint import own_version

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Paint and edit pictures with Easel. EASEL_URL and EASEL_API_KEY say where and as whom; "
    "`make run` and `make up` print the line that sets both.",
)
for each in (generate, edit, enhance, gallery, save, models, usage):
    app.command()(getattr(each, each.__name__.rpartition(".")[2]))


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"easel-client {own_version()}")
        raise typer.Exit


@app.callback()
def _whole(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which this is")
    ] = False,
) -> None:
    pass
