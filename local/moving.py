"""Moves saved data to another address.

The local AWS keeps its own address inside what it saves: the addresses of queues are
made of it, and functions hold them in their settings. Data that was saved under one
port is deaf under another until it is told.
"""

from pathlib import Path

from local.home import Home, read_json, write_json


def move(home: Home, address: str) -> bool:
    """Make saved data fit the address that the local AWS is going to have.

    Returns:
        Whether it had another one before.
    """
    note = home.data / "address.json"
    before = read_json(note).get("address", address)
    if before != address:
        for path in sorted((home.data / "state").glob("*.json")):
            _replace(path, f"{before}/", f"{address}/")
    write_json(note, {"address": address})
    return before != address


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    if old in text:
        draft = path.with_suffix(".moving")
        draft.write_text(text.replace(old, new))
        draft.replace(path)
