"""Pictures that were painted before."""

from emulator.cache import Cache


def test_what_was_put_is_found() -> None:
    cache = Cache(10)
    cache.put("a", "12345")

    assert cache.get("a") == "12345"
    assert cache.get("b") is None


def test_the_stalest_goes_when_the_bytes_are_full() -> None:
    cache = Cache(10)
    cache.put("a", "12345")
    cache.put("b", "12345")
    cache.get("a")

    cache.put("c", "12345")

    assert cache.get("b") is None
    assert cache.get("a") == cache.get("c") == "12345"
    assert cache.size == 10


def test_a_picture_above_the_capacity_is_not_kept() -> None:
    cache = Cache(4)
    cache.put("a", "12345")

    assert cache.get("a") is None
    assert cache.size == 0


def test_a_second_put_replaces_the_first() -> None:
    cache = Cache(10)
    cache.put("a", "12345")
    cache.put("a", "12")

    assert cache.get("a") == "12"
    assert cache.size == 2


def test_a_cleared_cache_is_empty() -> None:
    cache = Cache(10)
    cache.put("a", "12345")
    cache.clear()

    assert cache.get("a") is None
    assert cache.size == 0
