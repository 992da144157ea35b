"""What is written down of enhancements: their money, and for a day their result."""

from typing import TYPE_CHECKING, Protocol

from functions.domain.ledger import Idempotency
from functions.domain.money import Micro

if TYPE_CHECKING:  # most starts enhance nothing
    from functions.domain.enhancement import Enhancement
    from functions.domain.rewrite import Rewritten


class Enhancements(Protocol):
    """Reservations, bills, and what a client's key leads to."""

    def begin(
        self, enhancement: "Enhancement", idempotency: Idempotency | None, *, limit: Micro
    ) -> None:
        """Reserve an enhancement's price and note that its bill is due, or nothing.

        Raises:
            Replay: the key made this very request before.
            IdempotencyMismatch: the key made another request.
            BudgetExhausted: the month's limit leaves no room.
        """
        ...

    def settle(self, ended: "Enhancement", rewritten: "Rewritten | None" = None) -> None:
        """Book an enhancement's bill, once, and keep its result beside the client's key.

        A key whose call was not billed is free again: to try again is no second charge.

        Raises:
            Changed: it was settled before; nothing is booked twice.
        """
        ...

    def enhancement(self, tenant: str, ulid: str) -> "Enhancement | None":
        """Return an enhancement as it is now."""
        ...

    def rewritten(self, tenant: str, key: str) -> "Rewritten | None":
        """Return what a client's key keeps of a result."""
        ...
