"""A door's start, without garbage collection: what a start makes is there to stay.

A door imports this before anything else, and says `over()` when it is built. Between
the two, collections would walk a growing heap again and again and find nothing.
"""

import gc

gc.disable()


def over() -> None:
    """Collect again, though never what the start has made."""
    gc.freeze()
    gc.enable()
