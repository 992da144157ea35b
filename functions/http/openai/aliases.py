"""What OpenAI's names of models mean on a stage."""

from collections.abc import Mapping
from fnmatch import fnmatchcase


def meaning(name: str | None, aliases: Mapping[str, str]) -> str | None:
    """Return our word for a model by OpenAI's name; other names are returned as they are.

    Args:
        name: As the client wrote it, or None.
        aliases: Patterns such as `gpt-image-*`, and what each means, first match first.
    """
    if name is None:
        return None
    return next((ours for theirs, ours in aliases.items() if fnmatchcase(name, theirs)), name)
