"""What clients get where they are refused: a problem document, with every fault."""

from pydantic import Field

from functions.http.fields import View


class FaultView(View):
    """One thing wrong with a request."""

    pointer: str
    code: str
    detail: str


class Problem(View):
    """Why a request was refused (RFC 9457)."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    request_id: str
    errors: list[FaultView] = Field(default_factory=list[FaultView])
