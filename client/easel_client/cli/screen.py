"""What a person sees: results on stdout, everything else on stderr."""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from easel_client.errors import EaselError

aside = Console(stderr=True, highlight=False)
shown = Console(highlight=False)


def say(words: str, style: str = "") -> None:
    """Tell something beside the result; never read as markup."""
    aside.print(Text(words, style), soft_wrap=True)


def put(line: str) -> None:
    """Write a line of the result, whole, however narrow the terminal is.

    Prompts are somebody's text: no control character of theirs reaches the terminal.
    """
    sys.stdout.write("".join(each for each in line if each.isprintable() or each == "\t") + "\n")


def dump(raw: Any) -> None:
    """Write an answer as JSON."""
    sys.stdout.write(json.dumps(raw, ensure_ascii=False, indent=2) + "\n")


def lay_out(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write rows as a table to a terminal, else whole and with tabs between, to cut and grep."""
    if not shown.is_terminal:
        for row in rows:
            put("\t".join(" ".join(each.split()) for each in row))
        return
    table = Table(box=None, pad_edge=False)
    for head in heads[:-1]:
        table.add_column(head, no_wrap=True, overflow="fold")
    table.add_column(heads[-1], no_wrap=True, overflow="ellipsis")
    for row in rows:
        table.add_row(*map(Text, row))
    shown.print(table)


def complain(error: EaselError, *, as_json: bool) -> None:
    """Say what went wrong and what to do."""
    if as_json:
        sys.stderr.write(json.dumps(_document(error), ensure_ascii=False) + "\n")
        return
    say(f"{error.title} ({error.code})", "bold red")
    if error.errors:
        for fault in error.errors:
            say(f"  {fault.pointer or 'the request'}: {fault.detail}")
    else:
        say(f"  {error.detail}")
    if error.request_id:
        say(f"  request {error.request_id}", "dim")


def _document(error: EaselError) -> Mapping[str, Any]:
    return {
        "status": error.status,
        "code": error.code,
        "title": error.title,
        "detail": error.detail,
        "request_id": error.request_id,
        "errors": [
            {"pointer": each.pointer, "code": each.code, "detail": each.detail}
            for each in error.errors
        ],
    }
