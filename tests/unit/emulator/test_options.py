"""The command line."""

from datetime import UTC, date, datetime

import pytest

from emulator.options import Options, parse


def test_the_defaults_are_those_of_the_record() -> None:
    assert parse([]) == Options()


def test_every_flag_is_read() -> None:
    flags = "--host 0.0.0.0 --port 0 --today 2024-06-01 --new-customer --latency 1.5"
    options = parse([*flags.split(), "--pixels", "flat", "--workers", "3"])

    assert options == Options(
        host="0.0.0.0",
        port=0,
        today=date(2024, 6, 1),
        new_customer=True,
        latency=1.5,
        flat=True,
        workers=3,
    )


def test_strict_means_the_real_today() -> None:
    assert parse(["--strict"]).today == datetime.now(UTC).date()


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (["--port", "70000"], "use 0 to 65535"),
        (["--today", "June"], "write it as 2024-06-01"),
        (["--latency", "-1"], "use 0 to 3600 seconds"),
        (["--latency", "soon"], "use 0 to 3600 seconds"),
        (["--workers", "0"], "use 1 to 64"),
        (["--strict", "--today", "2024-06-01"], "not allowed with"),
    ],
)
def test_a_wrong_flag_says_what_is_right(
    flags: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parse(flags)

    assert sentence in capsys.readouterr().err
