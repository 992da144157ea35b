"""What share links are sealed with, for `api`, and operators beside it."""

from functions.adapters.dynamodb.secret import DynamoDBShareSecret
from functions.domain.ports.secrets import ShareSecret
from functions.settings import Settings
from functions.wiring.stores import dynamodb


def share_secret(table: str | None = None) -> ShareSecret:
    """Return where the secret is kept; operators name the table themselves."""
    return DynamoDBShareSecret(dynamodb(), table or Settings.from_env().table)
