"""What `authorizer` works with, and operators beside it."""

from functions.adapters.dynamodb.keyring import DynamoDBKeyRing
from functions.domain.ports.keys import KeyRing
from functions.settings import Settings
from functions.wiring.clients import client


def keys(table: str | None = None) -> KeyRing:
    """Return where keys are kept; operators name the table themselves."""
    return DynamoDBKeyRing(client("dynamodb"), table or Settings.from_env().table)
