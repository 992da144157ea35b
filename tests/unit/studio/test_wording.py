"""A prompt's parts go from the form to the request and back without losing a word."""

from hypothesis import given
from hypothesis import strategies as st

from studio.parts.vocabulary import DETAILS, STYLES, TYPES
from studio.parts.wording import Wording, read

WORDS = st.text(alphabet="abcdefgh 가나다", max_size=20).map(str.strip)
WORDINGS = st.builds(
    Wording,
    kind=st.sampled_from([None, *TYPES]),
    description=WORDS.filter(bool),
    styles=st.lists(st.sampled_from(list(STYLES)), unique=True, max_size=3).map(tuple),
    style_own=WORDS.filter(lambda text: text not in STYLES),
    details=st.fixed_dictionaries(
        {
            kind: st.lists(st.sampled_from(list(terms)), unique=True, max_size=2).map(tuple)
            for kind, terms in DETAILS.items()
        }
    ),
    details_own=WORDS,
    lettering=WORDS,
)


@given(WORDINGS)
def test_what_the_form_said_is_read_back_as_the_same_prompt(wording: Wording) -> None:
    assert read(wording.prompt()).prompt() == wording.prompt()


def test_parts_that_say_nothing_are_left_out() -> None:
    assert Wording(description=" a lake ").prompt() == {"description": "a lake"}


def test_own_words_stand_instead_of_the_chosen_kind() -> None:
    wording = Wording(kind="photograph", kind_own="daguerreotype", description="a robot")

    assert wording.prompt()["image_type"] == "daguerreotype"


def test_text_in_the_picture_stands_in_double_quotes() -> None:
    wording = Wording(description="a doctor", lettering='The "Doctor" is in')

    assert wording.prompt()["details"] == ["sign reading \"The 'Doctor' is in\""]


def test_a_comma_within_quotes_separates_nothing() -> None:
    own = 'neon sign on building "CALICO, CORP", Epic'

    prompt = Wording(description="a cat", details_own=own).prompt()

    assert prompt["details"] == ['neon sign on building "CALICO, CORP"', "Epic"]


def test_a_prompt_of_plain_text_becomes_the_description() -> None:
    assert read("a lake, at dawn") == Wording(description="a lake, at dawn")


def test_words_that_no_pill_has_become_own_words() -> None:
    wording = read(
        {
            "image_type": "daguerreotype",
            "description": "robot and cowboy",
            "style": "steampunk, in the style of Picasso",
            "details": ["sepia tone", "western town", 'sign reading "OPEN"'],
        }
    )

    assert (wording.kind, wording.kind_own) == (None, "daguerreotype")
    assert (wording.styles, wording.style_own) == (("steampunk",), "in the style of Picasso")
    assert wording.details["colour"] == ("sepia tone",)
    assert (wording.details_own, wording.lettering) == ("western town", "OPEN")
