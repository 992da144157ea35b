"""The operator's way to revoke every share link."""

import json

import pytest

from operate import shares
from tests.fakes import FakeShareSecret


def test_revoking_all_replaces_the_secret_of_the_named_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = {"t": FakeShareSecret(), "other": FakeShareSecret()}
    monkeypatch.setattr(shares, "share_secret", tables.__getitem__)
    before = {name: each.get() for name, each in tables.items()}

    assert shares.main(["revoke-all", "--table", "t"]) == 0

    assert json.loads(capsys.readouterr().out) == {"revoked": "all", "within_seconds": 60}
    assert tables["t"].get() != before["t"]
    assert tables["other"].get() == before["other"]


@pytest.mark.parametrize("asked", [[], ["revoke-all"], ["renew", "--table", "t"]])
def test_nothing_is_revoked_by_a_slip(asked: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        shares.main(asked)
