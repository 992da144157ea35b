"""What clients may write on what they have: favourites, tags, the best of a generation."""

import unicodedata
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from functions.domain.prompt import NOT_BLANK
from functions.http.fields import Strict


def _tidy(text: Any) -> Any:
    """Return a tag without blanks at its ends, and in the form that others type it."""
    return unicodedata.normalize("NFC", text).strip() if isinstance(text, str) else text


Tag = Annotated[str, Field(min_length=1, max_length=32, pattern=NOT_BLANK), BeforeValidator(_tidy)]


class NotesBody(Strict):
    """Notes on an image; what is left out stays as it is."""

    favourite: bool = Field(default_factory=bool, description="Whether you like it")
    tags: Annotated[list[Tag], Field(max_length=20)] = Field(
        default_factory=list[str],
        description="All of its tags, instead of those that it has",
        examples=[["poster", "blue"]],
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("missing", "favourite or tags, or both")
        return self

    @property
    def liked(self) -> bool | None:
        """Whether it is a favourite, None if nothing was said."""
        return self.favourite if "favourite" in self.model_fields_set else None

    @property
    def words(self) -> tuple[str, ...] | None:
        """Its tags, None if nothing was said."""
        return tuple(self.tags) if "tags" in self.model_fields_set else None


class PickBody(Strict):
    """The choice of a generation's best image."""

    picked: Annotated[str, Field(max_length=100)] | None = Field(
        description="Id of an image of this generation that has a picture; null picks none",
        examples=["img_01ARZ3NDEKTSV4RRFFQ69G5FAV_00"],
    )
