"""What a text model is asked and answers, and what its tokens cost."""

from collections.abc import Mapping
from typing import Any

from functions.domain.frozen import frozen
from functions.domain.money import Micro, micro

PER = 1_000
"""Tokens that a price is for, as AWS's tables have it."""

ENVELOPE = 1_000
"""Input tokens that a model's own words around a tool may take; not documented, so generous."""

FIELDS = frozenset(
    {"id", "input_usd", "output_usd", "source", "checked", "note", "profile_of", "regions"}
)
NEEDED = frozenset({"id", "input_usd", "output_usd", "source", "checked"})


@frozen(kw_only=True)
class TextModel:
    """The one text model of a stage: a row of settings, since AWS's prices may change.

    Attributes:
        id: What Converse takes, verbatim; for most an inference profile.
        input_price: Micro-dollars for 1,000 input tokens.
        output_price: Micro-dollars for 1,000 output tokens.
        source: Where the prices come from.
        checked: The day they were read.
        note: What is unconfirmed.
        profile_of: The model behind an inference profile; empty where `id` is the model's own.
        regions: Where a profile may send the call.
    """

    id: str
    input_price: Micro
    output_price: Micro
    source: str
    checked: str
    note: str = ""
    profile_of: str = ""
    regions: tuple[str, ...] = ()

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "TextModel | None":
        """Return the model in a stage's setting `text_model`, None where there is none.

        Raises:
            ValueError: the row lacks a field, or has one that nobody reads.
        """
        if not row:
            return None
        if wrong := sorted((NEEDED - row.keys()) | (row.keys() - FIELDS)):
            words = f"needs {', '.join(sorted(NEEDED))}, takes {', '.join(sorted(FIELDS))}"
            raise ValueError(f"text_model: see {', '.join(wrong)}; it {words}")
        return cls(
            id=row["id"],
            input_price=micro(row["input_usd"]),
            output_price=micro(row["output_usd"]),
            source=row["source"],
            checked=row["checked"],
            note=row.get("note", ""),
            profile_of=row.get("profile_of", ""),
            regions=tuple(row.get("regions", ())),
        )

    def price(self, tokens: "Tokens") -> Micro:
        """Return what tokens cost, rounded up to a micro-dollar."""
        thousandfold = tokens.input * self.input_price + tokens.output * self.output_price
        return -(-thousandfold // PER)

    def most(self, order: "Order") -> Micro:
        """Return the most that an order can cost.

        A token of a byte-level vocabulary is at least one byte of UTF-8; with what the
        model's own words around a tool may take, that bounds the input. `most_tokens`
        bounds the output.
        """
        return self.price(Tokens(order.size + ENVELOPE, order.most_tokens))


@frozen
class Tokens:
    """What a call read and wrote, as the model counted."""

    input: int
    output: int


@frozen(kw_only=True)
class Order:
    """One thing to write, into the form of one tool.

    Attributes:
        system: What is to be done.
        text: What it is to be done with; data, whatever it says.
        tool: Name of the form.
        purpose: What the form is for.
        schema: JSON Schema of the form.
        most_tokens: Tokens that may be written.
    """

    system: str
    text: str
    tool: str
    purpose: str
    schema: Mapping[str, Any]
    most_tokens: int

    @property
    def size(self) -> int:
        """Bytes of UTF-8 that the model reads of it at most."""
        read = (self.system, self.text, self.tool, self.purpose, str(self.schema))
        return sum(len(each.encode()) for each in read)


@frozen
class Written:
    """What came back.

    Attributes:
        form: The form as it was filled in; None where the model did not.
        tokens: What it read and wrote, which is what is billed.
        stop: The model's word for why it stopped.
        request_id: AWS's id of the call.
    """

    form: Any
    tokens: Tokens
    stop: str
    request_id: str | None = None
