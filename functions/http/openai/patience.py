"""How long OpenAI's clients are told to pause before they ask for a picture again.

By default they send a request again twice and no oftener, so that two pauses and three
waits have to reach the picture. openai-python 3.54 takes a pause of up to 120 s;
openai-node 7.57 takes 60 s, and less than a second for anything longer. Read in their
sources, checked 2026-11-22.
"""

SHORTEST = 1.0
"""Seconds of the shortest pause."""

LONGEST = {"python": 120.0}
"""Seconds of the longest pause that an SDK takes, by what it says of its language."""

MINUTE = 60.0
"""Seconds of the longest pause that each of them takes."""

PROMISED = 160.0
"""Seconds that a picture may take, whatever was known of its model: as far as three
waits of 25 s and two pauses reach, where the longest is a minute."""


def pause(
    *, gone: float, usual: float | None, wait: float, retries: int, language: str = ""
) -> float:
    """Return for how many seconds a client shall not ask.

    Until the usual time is over that is what is left of it; past it, or where none is
    known, as long as it has taken. The last pause is long enough for what was promised.
    One before it leaves to the last what that can bridge.

    Args:
        gone: Seconds since the request was accepted.
        usual: Seconds that the model's pictures took lately, None where it made none.
        wait: Seconds that an answer is held.
        retries: How often the client has asked again already.
        language: What its SDK is written in, as it says.
    """
    left = usual - gone if usual and usual > gone else min(gone, MINUTE)
    if retries:
        left = max(left, PROMISED - wait - gone)
    else:
        left = min(left, max(MINUTE, left - MINUTE - wait))
    return min(max(left, SHORTEST), LONGEST.get(language, MINUTE))
