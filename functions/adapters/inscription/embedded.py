"""The `Inscriber`: knows a file by its first bytes and leaves it to its format."""

from dataclasses import replace
from importlib import import_module
from types import ModuleType

from functions.domain.inscription import Header, Inscription
from functions.domain.ports.pixels import NotAPicture


class EmbeddedInscriber:
    """Inscribes PNG, JPEG and WebP files in one pass and one copy."""

    def write(self, raw: bytes, inscription: Inscription) -> bytes:
        """Return the file with its inscription, the size measured from its header."""
        container = _container(raw)
        header = container.header(raw) if container else None
        if container is None or header is None or not header.complete:
            return raw
        measured = replace(inscription, width=header.width, height=header.height)
        return container.write(raw, measured)

    def read(self, raw: bytes) -> Inscription | None:
        """Return what a file says of its making; a cut one is read as far as it goes."""
        container = _container(raw)
        return container.read(raw) if container else None

    def header(self, raw: bytes) -> Header:
        """Measure a file by its header.

        Raises:
            NotAPicture: it does not begin as a PNG, JPEG or WebP.
        """
        container = _container(raw)
        header = container.header(raw) if container else None
        if header is None:
            raise NotAPicture("the bytes do not begin as a PNG, JPEG or WebP picture")
        return header


def _container(raw: bytes) -> ModuleType | None:
    """Return the module of a file's format, which is imported when its first file comes."""
    name = next((each for mark, each in _MARKS.items() if raw.startswith(mark)), None)
    module = import_module(f"{__package__}.{name}") if name else None
    return module if module and module.begins(raw) else None


_MARKS = {b"\x89PNG": "png", b"\xff\xd8": "jpeg", b"RIFF": "webp"}
