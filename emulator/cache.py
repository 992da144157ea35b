"""Pictures that were painted before, as many as fit."""

from collections import OrderedDict
from collections.abc import Hashable


class Cache:
    """The most recently used texts, bounded by their size in memory."""

    def __init__(self, capacity: int) -> None:
        """Hold at most `capacity` bytes of ASCII text."""
        self._capacity = capacity
        self._texts: OrderedDict[Hashable, str] = OrderedDict()
        self.size = 0

    def get(self, key: Hashable) -> str | None:
        """Return the text of `key` and keep it fresh, or None."""
        if key not in self._texts:
            return None
        self._texts.move_to_end(key)
        return self._texts[key]

    def put(self, key: Hashable, text: str) -> None:
        """Keep `text`, letting the stalest go; one above the capacity is not kept."""
        self.size += len(text) - len(self._texts.pop(key, ""))
        self._texts[key] = text
        while self.size > self._capacity:
            _, stalest = self._texts.popitem(last=False)
            self.size -= len(stalest)

    def clear(self) -> None:
        """Forget every picture."""
        self._texts.clear()
        self.size = 0
