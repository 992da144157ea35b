"""The price before the money, then the pictures as they come."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from easel_client.answers import Generation, Plan
from easel_client.cli.saving import save_image
from easel_client.cli.screen import aside, dump, put, say
from easel_client.cli.session import Exit
from easel_client.easel import Easel
from easel_client.errors import EaselError

BAR = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeElapsedColumn(),
)


def paint(easel: Easel, request: Mapping[str, Any], *, out: Path, yes: bool, as_json: bool) -> None:
    """Tell the price, ask, paint, and save what was painted.

    Raises:
        typer.Exit: not wanted, or no picture came of it.
    """
    _agree(easel.plan(**request), yes=yes)
    begun = easel.generate(**request)
    say(f"{begun.id}, {begun.model.used}", "dim")
    try:
        last, paths = _followed(easel, begun, out)
    except (KeyboardInterrupt, EaselError):
        say(f"It goes on without you: easel save {begun.id}", "yellow")
        raise
    _tell(last, paths, as_json=as_json)


def _agree(plan: Plan, *, yes: bool) -> None:
    price, count = plan.price, plan.calls
    pictures = "1 picture" if count == 1 else f"{count} pictures"
    say(
        f"{pictures} by {plan.model.used}: {price.total} {price.currency}, "
        f"of {price.left_this_month} left this month"
    )
    for warned in plan.warnings:
        say(f"  {warned.pointer or 'note'}: {warned.detail}", "yellow")
    if yes:
        return
    if not sys.stdin.isatty():
        say("Nobody is there to ask: pay with --yes. Nothing was spent.", "bold red")
        raise typer.Exit(Exit.DECLINED)
    if not typer.confirm("Paint?", default=True, err=True):
        say("Nothing was spent.")
        raise typer.Exit(Exit.DECLINED)


def _followed(easel: Easel, begun: Generation, out: Path) -> tuple[Generation, list[Path]]:
    """Wait for a generation; each picture is saved as soon as it is there."""
    saved: dict[str, Path] = {}
    with Progress(*BAR, console=aside, transient=True, disable=not aside.is_terminal) as progress:
        task = progress.add_task("painting", total=begun.counts.total)

        def arrived(now: Generation) -> None:
            for image in now.pictures:
                if image.id not in saved:
                    saved[image.id] = save_image(easel, image, out)
            progress.update(task, completed=now.counts.total - now.counts.pending)

        last = easel.wait(begun.id, on_change=arrived)
    return last, [saved[image.id] for image in last.pictures]


def _tell(last: Generation, paths: list[Path], *, as_json: bool) -> None:
    if as_json:
        dump({**last.raw, "files": [str(each) for each in paths]})
    else:
        for each in paths:
            put(str(each))
    for image in last.images:
        if image.error:
            say(f"{image.id} {image.status}: {image.error.detail}", "yellow")
    say(f"{last.status}, {last.cost.spent} {last.cost.currency} spent", "dim")
    if not paths:
        raise typer.Exit(Exit.NO_PICTURE)
