"""What `darkroom` works with: the bucket, and nothing else."""

from functions.adapters.looking import PillowDarkroom
from functions.settings import Settings
from functions.wiring.clients import client, presigning


def darkroom() -> PillowDarkroom:
    """Return the darkroom of this deployment."""
    return PillowDarkroom(client("s3", config=presigning()), Settings.from_env().bucket)
