"""XMP packets, as we write them and as other tools hand them back."""

from xml.sax.saxutils import quoteattr

import pytest

from functions.adapters.inscription import exact, xmp
from tests.unit.adapters.inscription.pictures import an_inscription

PACKET = next(xmp.packets(an_inscription()))


def test_a_packet_that_a_tool_made_attributes_of_is_read() -> None:
    said = quoteattr(exact.write(an_inscription()))
    packet = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description xmlns:e="{xmp.NAMESPACE}" e:inscription={said}/></rdf:RDF>'
    )

    assert xmp.read(packet.encode()) == an_inscription()


@pytest.mark.parametrize(
    "prolog",
    [
        b'<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;&l;">]>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    ],
)
def test_a_document_type_is_refused(prolog: bytes) -> None:
    assert xmp.read(PACKET) == an_inscription()
    assert xmp.read(prolog + PACKET) is None


@pytest.mark.parametrize("packet", [b"", b"<a>", PACKET[:-40], PACKET + b"<b/>", b"\xff" + PACKET])
def test_broken_xml_says_nothing(packet: bytes) -> None:
    assert xmp.read(packet) is None


def test_a_packet_longer_than_any_is_not_read() -> None:
    assert xmp.read(PACKET + b" " * xmp.LONGEST) is None


def test_control_characters_keep_the_packet_well_formed() -> None:
    inscription = an_inscription(prompt="a\0\x1b\ufffe]]><&\r\nb")

    assert xmp.read(next(xmp.packets(inscription))) == inscription


def test_words_of_the_prompt_cannot_become_elements() -> None:
    packet = next(xmp.packets(an_inscription(prompt="</rdf:li><evil/>")))

    assert b"<evil" not in packet


@pytest.mark.parametrize(
    ("task", "source"),
    [
        ("text_to_image", "trainedAlgorithmicMedia"),
        ("image_to_image", "trainedAlgorithmicMedia"),
        ("inpaint", "compositeWithTrainedAlgorithmicMedia"),
    ],
)
def test_an_edited_picture_is_marked_as_edited(task: str, source: str) -> None:
    for packet in xmp.packets(an_inscription(task=task)):
        assert f"/digitalsourcetype/{source}<".encode() in packet
