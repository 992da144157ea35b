"""XMP packets: the AI-made mark, the prompt, and our JSON in a namespace of ours.

https://github.com/adobe/XMP-Toolkit-SDK/tree/main/docs (XMP specification, parts 1 and 3),
https://www.iptc.org/std/photometadata/specification/IPTC-PhotoMetadata#digital-source-type,
https://cv.iptc.org/newscodes/digitalsourcetype/ checked 2026-11-22.
"""

from collections.abc import Iterator
from xml.parsers import expat
from xml.sax.saxutils import escape

from functions.adapters.inscription import a1111, exact
from functions.domain.inscription import Inscription

NAMESPACE = "urn:uuid:6e2bb8b2-5ef1-4d7a-9d0a-0e3c1f5a7c42:"
"""Ours: a UUID, because a name on the web would have to be owned for ever."""

AI_MADE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
AI_EDITED = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"

EDITS = frozenset(
    (
        "inpaint",
        "outpaint",
        "erase",
        "search_replace",
        "search_recolor",
        "remove_background",
        "upscale_fast",
        "upscale_conservative",
        "virtual_try_on",
    )
)
"""Tasks whose result is still the client's picture, in parts or as a whole."""

LONGEST = 1 << 21
"""Bytes of a packet that are read at most."""

_HEAD = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    f' xmlns:easel="{NAMESPACE}">'
)
_TAIL = '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
_EXACT = f"{NAMESPACE}inscription"


def mark(inscription: Inscription) -> bytes:
    """Return the packet of a file that says the parameters elsewhere."""
    return _packet(inscription, _description(inscription))


def packets(inscription: Inscription) -> Iterator[bytes]:
    """Yield packets from the richest to the barest, for files that have a limit.

    What others read goes first, since our JSON says all of it again. The barest
    has the AI-made mark and the image's id, whose record has the rest.
    """
    whole = f"<easel:inscription>{escape(exact.write(inscription))}</easel:inscription>"
    text = f"<easel:parameters>{escape(a1111.write(inscription))}</easel:parameters>"
    yield _packet(inscription, _description(inscription) + whole + text)
    yield _packet(inscription, whole)
    yield _packet(inscription, f"<easel:image>{_words(inscription.image or '')}</easel:image>")


def is_ours(packet: bytes) -> bool:
    """Whether we wrote a packet, so that it may be replaced."""
    return NAMESPACE.encode() in packet


def read(packet: bytes) -> Inscription | None:
    """Return the inscription in a packet, however a tool has rearranged its XML.

    A document type is refused, and with it every entity that could grow.
    """
    if len(packet) > LONGEST or not is_ours(packet):
        return None
    found = _Found()
    parser = expat.ParserCreate("utf-8", namespace_separator="")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = found.start
    parser.CharacterDataHandler = found.text
    parser.EndElementHandler = found.end
    try:
        parser.Parse(packet, True)
    except (expat.ExpatError, _DocumentType):
        return None
    return exact.read("".join(found.words))


class _DocumentType(Exception):
    """A packet with a document type, which none needs."""


class _Found:
    """Collects our JSON: the text of an element, or an attribute if a tool made it one."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if _EXACT in attributes:
            self.words = [attributes[_EXACT]]
        self._inside = name == _EXACT

    def text(self, words: str) -> None:
        if self._inside:
            self.words.append(words)

    def end(self, _: str) -> None:
        self._inside = False


def _refuse(*_: object) -> None:
    raise _DocumentType


def _packet(inscription: Inscription, more: str) -> bytes:
    tool = f"<xmp:CreatorTool>{_words(inscription.software or '')}</xmp:CreatorTool>"
    source = AI_EDITED if inscription.task in EDITS else AI_MADE
    made = f"<Iptc4xmpExt:DigitalSourceType>{source}</Iptc4xmpExt:DigitalSourceType>"
    return f"{_HEAD}{tool}{made}{more}{_TAIL}".encode()


def _description(inscription: Inscription) -> str:
    item = f'<rdf:li xml:lang="x-default">{_words(inscription.prompt)}</rdf:li>'
    return f"<dc:description><rdf:Alt>{item}</rdf:Alt></dc:description>"


def _words(text: str) -> str:
    """Return a text as XML can say it."""
    return escape(a1111.printable(text))
