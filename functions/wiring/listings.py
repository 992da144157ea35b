"""What Bedrock says about its models, for the doors that plan by it or ask it."""

from functions.adapters.dynamodb.listings import DynamoDBListings
from functions.settings import Settings
from functions.wiring.stores import dynamodb


def listings(settings: Settings) -> DynamoDBListings:
    """Return where Bedrock's word on its models is kept."""
    return DynamoDBListings(dynamodb(), settings.table)
