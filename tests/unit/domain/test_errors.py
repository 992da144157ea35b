"""Refusals know their status, their code, and the next step."""

from functions.domain import errors
from functions.domain.errors import EaselError, Fault, InvalidRequest


def refusals() -> list[type[EaselError]]:
    return [
        each
        for each in vars(errors).values()
        if isinstance(each, type) and issubclass(each, EaselError) and each is not EaselError
    ]


def test_codes_are_stable_words_and_no_two_are_alike() -> None:
    codes = [each.code for each in refusals()]

    assert len(set(codes)) == len(codes)
    assert all(code.isidentifier() and code.islower() for code in codes)


def test_only_what_can_help_invites_a_retry() -> None:
    retryable = {each.code for each in refusals() if each.retryable}

    assert {each.code for each in refusals() if each.status in (429, 503)} == retryable


def test_a_refused_request_names_its_first_faults_and_counts_the_rest() -> None:
    faults = [Fault(f"/{name}", "required", f"needs {name}") for name in "abcde"]

    refusal = InvalidRequest.of(faults)

    assert refusal.detail.startswith("/a: needs a; /b: needs b; /c: needs c (and 2 more).")
    assert refusal.faults == tuple(faults)
    assert "Nothing was spent" in refusal.detail
