"""`ModelDirectory` on Bedrock's control plane: ListFoundationModels, read tolerantly.

`modelLifecycle` has a status, ACTIVE or LEGACY, and up to four times; for a model
that has ended there is no word, it is just not listed. Read from the service model
`bedrock` (2023-04-20) in botocore, checked 2026-11-22; not tried on live AWS.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from functions.domain.lifecycle import Lifecycle, State
from functions.domain.listing import ListingFailed


class BedrockModelDirectory:
    """The models that Bedrock lists in a client's Region."""

    def __init__(self, client: Any) -> None:
        """Take a `bedrock` client of the Region where models are called."""
        self._client = client

    def listed(self) -> Mapping[str, Lifecycle]:
        """Return every listed model; the answer has no pages.

        No filter is sent: a model whose modalities AWS describes anew must
        not look as if it had ended.
        """
        try:
            summaries: list[Any] = self._client.list_foundation_models()["modelSummaries"]
            found = {each["modelId"]: _lifecycle(each.get("modelLifecycle")) for each in summaries}
        except (BotoCoreError, ClientError) as error:
            raise ListingFailed(str(error)) from error
        except (LookupError, TypeError, AttributeError, ValueError) as noise:
            raise ListingFailed(f"unreadable answer: {noise!r}") from noise
        if not found:
            raise ListingFailed("Bedrock listed no models at all")
        return found


def _lifecycle(said: dict[str, Any] | None) -> Lifecycle:
    said = said or {}
    return Lifecycle(
        state=_state(said.get("status")),
        launched=_day(said.get("startOfLifeTime")),
        legacy=_day(said.get("legacyTime")),
        extended_access=_day(said.get("publicExtendedAccessTime")),
        end_of_life=_day(said.get("endOfLifeTime")),
    )


def _state(status: str | None) -> State:
    """Return what a status means: listed is alive, but a new word bodes an end."""
    return "active" if status in (None, "ACTIVE") else "legacy"


def _day(time: datetime | None) -> date | None:
    return time.astimezone(UTC).date() if time else None
