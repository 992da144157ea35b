"""Ports: those of last time, else free ones, and a taken one is named."""

import socket
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from local import ports
from local.home import Home, read_json, write_json
from local.options import Options
from local.trouble import Trouble


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_port_that_somebody_listens_on_is_not_free(taken: int) -> None:
    assert not ports.is_free(taken)
    assert ports.is_free(ports.any_free())


def test_a_start_takes_the_ports_of_last_time(tmp_path: Path) -> None:
    home = Home(tmp_path)

    first = ports.choose(home, Options())

    assert ports.choose(home, Options()) == first
    assert len({first.aws, first.bedrock, first.studio}) == 3
    assert read_json(home.ports) == asdict(first)


def test_another_port_is_taken_only_when_that_of_last_time_is_and_it_says_so(
    tmp_path: Path, taken: int, capsys: pytest.CaptureFixture[str]
) -> None:
    home = Home(tmp_path)
    write_json(home.ports, {"aws": taken, "bedrock": ports.any_free()})

    chosen = ports.choose(home, Options())

    assert chosen.aws != taken
    assert f"Port {taken} of last time is taken" in capsys.readouterr().out


def test_a_port_that_was_asked_for_and_is_taken_is_refused_with_the_next_step(
    tmp_path: Path, taken: int
) -> None:
    with pytest.raises(Trouble, match=f"Port {taken} is taken") as refused:
        ports.choose(Home(tmp_path), Options(port=taken))

    assert "make run PORT=" in str(refused.value)


def test_a_port_that_was_asked_for_is_remembered(tmp_path: Path) -> None:
    port = ports.any_free()

    assert ports.choose(Home(tmp_path), Options(port=port)).aws == port
    assert ports.choose(Home(tmp_path), Options()).aws == port
