from datetime import timedelta

import pytest

from functions.http.prefer import wait


@pytest.mark.parametrize(
    ("prefer", "seconds"),
    [
        (None, 0),
        ("", 0),
        ("wait=10", 10),
        ("respond-async, wait=10", 10),
        ('wait="7"', 7),
        ("WAIT = 3", 3),
        ("wait=10; foo=bar", 10),
        ("wait=999999", 25),
        ("wait=0", 0),
        ("wait", 0),
        ("wait=-1", 0),
        ("wait=soon", 0),
        ("await=5", 0),
        ("wait=1.5", 0),
    ],
)
def test_reads_how_long_to_wait(prefer: str | None, seconds: int) -> None:
    assert wait(prefer, longest=25) == timedelta(seconds=seconds)
