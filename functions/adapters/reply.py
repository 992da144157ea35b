"""A model's reply as JSON, without reading its megabytes of base64 as JSON.

Parsing a reply of 2 MB and decoding its picture costs 18 ms; finding where the
picture begins and ends, 0.3 ms (`docs/decisions.md`). So long strings are lifted
out before the rest is parsed, and a name stands where each of them was.
"""

import json
from typing import Any

LONG = 4096
"""Characters from which a string is worth lifting; words are shorter, pictures longer."""


class LiftedReply:
    """A reply's JSON, and the long strings that were lifted out of it."""

    def __init__(self, raw: bytes | bytearray) -> None:
        """Parse a reply.

        Raises:
            ValueError: it is not JSON.
        """
        self._strings: dict[str, memoryview] = {}
        try:
            self.body: Any = json.loads(self._lift(raw))
        except ValueError:  # not the simple JSON that lifting expects
            self._strings.clear()
            self.body = json.loads(raw)

    def text(self, value: str) -> str | memoryview:
        """Return what stood where `value` stands now."""
        return self._strings.get(value, value)

    def _lift(self, raw: bytes | bytearray) -> bytes:
        """Return the JSON with a name for each long string.

        Quotes are taken in pairs as they come. An escaped one shifts the pairs:
        then what lies between two of them is no string, and the rest does not
        parse. A lifted string has no escapes, and no escaped quote before it.
        """
        view, kept, done, at = memoryview(raw), bytearray(), 0, raw.find(b'"')
        while at >= 0:
            start, end = at + 1, raw.find(b'"', at + 1)
            if end - start >= LONG and raw.find(b"\\", max(at - 1, 0), end) < 0:
                name = f"<lifted {len(self._strings)}>"
                self._strings[name] = view[start:end]
                kept += raw[done:start] + name.encode()
                done = end
            at = raw.find(b'"', end + 1) if end >= 0 else -1
        return bytes(kept + raw[done:])
