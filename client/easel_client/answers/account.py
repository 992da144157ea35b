"""The month's money, and addresses."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from easel_client.reading import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Enhancements(Answer):
    """What the text model's calls cost this month; part of the tenant's sums."""

    count: int
    spent: Decimal
    unknown: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage(Answer):
    """What the key's tenant spent this month (UTC)."""

    tenant: str
    month: str
    currency: str = "USD"
    limit: Decimal
    spent: Decimal
    reserved: Decimal
    unknown: Decimal
    left: Decimal
    enhancements: Enhancements | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address(Answer):
    """A presigned address and its time left in seconds."""

    url: str
    url_expires_in: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Answer):
    """A link that shows a picture to whoever has it; None: until it is revoked."""

    url: str
    expires_at: datetime | None
