"""What goes wrong here, in words for a person."""

from pathlib import Path

AFRESH = "Try once more; if it stays so, `make reset` begins afresh, and forgets all pictures."


class Trouble(Exception):
    """Something that a person can mend; says what and, on the next line, how.

    Attributes:
        what: One sentence on what is wrong.
        remedy: The next step.
        log: File whose last lines show why, if there is one.
    """

    def __init__(self, what: str, remedy: str, log: Path | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy
        self.log = log

    def __str__(self) -> str:
        """Return all of it, the log's end included."""
        shown = f"\n{tail(self.log)}" if self.log else ""
        return f"{self.what}\n{self.remedy}{shown}"


class Halted(Exception):
    """Somebody asked us to stop, by a signal; its text is the signal's name."""


def tail(log: Path, lines: int = 12) -> str:
    """Return the last lines of a log, indented, under its name."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - 20_000))
            text = file.read().decode(errors="replace")
    except OSError:
        return f"(There is no log at {log}.)"
    last = [line.rstrip() for line in text.splitlines() if line.strip()][-lines:]
    if not last:
        return f"(The log {log} is empty.)"
    return "\n".join([f"The log {log} ends:", *(f"    {line[:300]}" for line in last)])
