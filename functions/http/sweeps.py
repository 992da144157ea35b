"""What clients may send as a sweep: axes of fields and of a model's parameters."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from functions.domain.errors import Fault, InvalidRequest
from functions.domain.sweep_rules import MAX_VALUES
from functions.http.fields import RATIO, SIZE, Strict, Text

Values = Field(min_length=1, max_length=MAX_VALUES)

ELSEWHERE = {
    "prompt": 'whole prompts are compared as "prompt": {"description": ["…", "…"]}',
    "image_type": 'write the list where the part is: "prompt": {"image_type": ["…", "…"]}',
    "description": 'write the list where the part is: "prompt": {"description": ["…", "…"]}',
    "style": 'write the list where the part is: "prompt": {"style": ["…", "…"]}',
    "model": "models are compared by one generation each, with the same group",
    "task": "tasks are not swept; send one generation each",
    "count": "each cell has the same count; send it beside sweep",
    "output_format": "a format changes no picture; send it beside sweep",
    "output_compression": "it changes the file only; send it beside sweep",
}
"""What is no axis, and what to do instead."""


class SweepAxes(Strict):
    """Values that a field or a parameter of the model takes in turn.

    Every name that is not listed here is one of the model's own parameters. The cross
    product of all axes, and of lists in the prompt's parts, are the cells.
    """

    model_config = ConfigDict(extra="allow", strict=True)
    __pydantic_extra__: dict[str, Annotated[list[Any], Values]]  # pyright: ignore[reportIncompatibleVariableOverride] - as pydantic asks for it

    details: Annotated[list[Annotated[list[Text], Field(max_length=50)]], Values] | None = Field(
        None, description="Lists of details; an empty list is a cell without any"
    )
    negative_prompt: Annotated[list[Text], Values] | None = Field(
        None, description="Texts; an empty one is a cell without"
    )
    size: Annotated[list[Annotated[str, Field(pattern=SIZE)]], Values] | None = Field(
        None, description="Excludes aspect_ratio", examples=[["1024x1024", "1536x640"]]
    )
    aspect_ratio: Annotated[list[Annotated[str, Field(pattern=RATIO)]], Values] | None = Field(
        None, description="Excludes size", examples=[["1:1", "16:9"]]
    )
    seed: Annotated[list[Annotated[int, Field(ge=0)]], Values] | None = Field(
        None, description="First seeds; with a count, keep them that far apart"
    )

    def to_domain(self) -> dict[str, Any]:
        """Return the axes as a request has them.

        Raises:
            InvalidRequest: for names that are no axis here, with the place that they have.
        """
        sent = {name: values for name, values in self if values is not None}
        misplaced = [name for name in sent if name in ELSEWHERE]
        if misplaced:
            raise InvalidRequest.of(
                [Fault(f"/sweep/{name}", "unknown_field", ELSEWHERE[name]) for name in misplaced]
            )
        if self.size:
            sent["size"] = [tuple(map(int, each.split("x"))) for each in self.size]
        if self.details:
            sent["details"] = [tuple(each) for each in self.details]
        return sent
