"""What the shapes of requests and answers share: texts, patterns, and manners.

pydantic builds a shape's validator when it is first used: a cold start pays for
the call that it was started for, not for every shape there is.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from functions.domain import ids
from functions.domain.prompt import NOT_BLANK

LONGEST_TEXT = 20_000
"""Characters of a prompt, or of all its parts; models have lower limits of their own.

Blanks at a part's ends are kept in the record but never reach the model's limit, and
with the longest notes and negative prompt a record must stay below DynamoDB's 400 KB.
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
checked 2026-11-22.
"""

SIZE = r"^[1-9][0-9]{0,4}x[1-9][0-9]{0,4}$"
RATIO = r"^[1-9][0-9]{0,4}:[1-9][0-9]{0,4}$"
SIZE_OR_AUTO = r"^(auto|[1-9][0-9]{0,4}x[1-9][0-9]{0,4})$"
VISIBLE = r"^[\x21-\x7e]+$"
UPLOAD_ID, IMAGE_ID, INPUT_ID = (f"^{each}$" for each in (ids.UPLOAD, ids.IMAGE, ids.INPUT))

PATTERNS = {
    NOT_BLANK: "text that is not blank",
    SIZE: "width and height in pixels, such as 1024x1024",
    SIZE_OR_AUTO: "auto, or width and height in pixels, such as 1024x1024",
    RATIO: "two whole numbers such as 16:9",
    VISIBLE: "visible ASCII characters without spaces",
    UPLOAD_ID: "an upload's id, upl_… as POST /v1/uploads answered it",
    IMAGE_ID: "an image's id, img_… as GET /v1/images lists it",
    INPUT_ID: "an input's id, inp_… as a generation lists its inputs",
}
"""What each pattern asks for, in the words of a refusal."""

Text = Annotated[str, Field(max_length=LONGEST_TEXT)]


class Strict(BaseModel):
    """A body that refuses what it does not know, and does not convert."""

    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)


class View(BaseModel):
    """A part of an answer."""

    model_config = ConfigDict(defer_build=True)
