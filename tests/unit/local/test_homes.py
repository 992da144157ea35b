"""One owner for each home; what is asked of a home that nobody owns; data that moves."""

from pathlib import Path

import pytest

from local import background, moving
from local.commands import main
from local.home import Home, read_json, write_json
from local.serving import AlreadyUp, is_owned, ownership
from local.trouble import Trouble


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    home.prepare()
    return home


def test_a_home_has_one_owner_at_a_time(home: Home) -> None:
    assert not is_owned(home)

    with ownership(home):
        assert is_owned(home)
        with pytest.raises(AlreadyUp), ownership(home):
            pass

    assert not is_owned(home)


def test_nothing_is_up_where_nobody_is(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert background.status(home) == 1
    assert background.down(home) == 0
    assert "`make up` starts it" in capsys.readouterr().out


def test_a_stale_record_does_not_look_like_a_stack(home: Home) -> None:
    write_json(home.stack, {"api_url": "http://127.0.0.1:1", "pids": {"owner": 1}})

    assert background.status(home) == 1


def test_a_reset_forgets_data_and_keys_but_not_the_ports(home: Home) -> None:
    for path in (home.key, home.deployed, home.ports, home.data / "state" / "dynamodb.json"):
        write_json(path, {"kept": True})

    assert background.reset(home) == 0

    assert not home.key.exists()
    assert not home.deployed.exists()
    assert not (home.data / "state").exists()
    assert read_json(home.ports) == {"kept": True}


def test_leftovers_of_earlier_starts_go_but_the_certificate_stays(home: Home) -> None:
    worker = home.scratch / "ministack-lambda-Api-x" / "code"
    worker.mkdir(parents=True)
    (home.scratch / "ministack-1.pid").write_text("1")
    home.ca_bundle.parent.mkdir()
    home.ca_bundle.write_text("certificate")
    home.log("ministack").write_text("old")

    home.tidy()

    assert list(home.scratch.iterdir()) == [home.ca_bundle.parent]
    assert not home.log("ministack").exists()
    assert home.log("ministack.before").read_text() == "old"


def test_data_that_was_saved_under_another_address_moves(home: Home) -> None:
    queues = home.data / "state" / "sqs.json"
    write_json(queues, {"http://127.0.0.1:4600/0/Paint": ["http://127.0.0.1:46001/"]})

    assert not moving.move(home, "http://127.0.0.1:4600")
    assert moving.move(home, "https://127.0.0.1:4711")

    assert read_json(queues) == {"https://127.0.0.1:4711/0/Paint": ["http://127.0.0.1:46001/"]}
    assert not moving.move(home, "https://127.0.0.1:4711")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["key", "--tenant", ""], "make key TENANT=acme"),
        (["key", "--tenant", "acme"], "make up"),
        (["revoke", "--key", ""], "make revoke KEY="),
        (["deploy", "--stage", ""], "make deploy STAGE=dev"),
        (["deploy", "--stage", "local"], "make run"),
        (["destroy", "--stage", "local"], "make reset"),
    ],
)
def test_a_command_that_cannot_be_done_names_the_next_step(
    words: list[str], hint: str, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--home", str(home.path)] if words[0] in ("key", "revoke") else []

    assert main([*words, *where]) == 1
    assert hint in capsys.readouterr().err


def test_without_an_account_a_deployment_says_what_one_needs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name, raising=False)

    assert main(["deploy", "--stage", "dev"]) == 1

    said = capsys.readouterr().err
    for need in ("credentials", "us-west-2", "bootstrap", "model access", "concurrency", "quotas"):
        assert need in said


def test_trouble_without_a_log_is_two_lines() -> None:
    assert str(Trouble("What.", "How.")) == "What.\nHow."
