"""What every test can rely on: it spends no money and does not leave the machine."""

import gc
import ipaddress
import logging
import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

FAKE_AWS = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": "us-west-2",
    "AWS_REGION": "us-west-2",
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "AWS_EC2_METADATA_DISABLED": "true",
}

settings.register_profile("easel", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("easel")


class LeftTheMachine(RuntimeError):
    """A test tried to reach a host that is not this one."""


def pytest_configure() -> None:
    """Scrub the account and lock the network before anything reads or dials."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]
    os.environ.update(FAKE_AWS)
    # An audit hook sees every connection of this process, also those of C code.
    sys.addaudithook(_stay_here)


def pytest_collection_finish() -> None:
    """Spare the collector all that was collected: it lives as long as the run does."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def caplog(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Hear our own modules too, which stop speaking to the root logger once a door is there."""
    ours = logging.getLogger("functions")
    ours.addHandler(caplog.handler)
    yield caplog
    ours.removeHandler(caplog.handler)


def _stay_here(event: str, args: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = args[1]
        if isinstance(address, tuple):  # a path is a Unix socket, which stays here
            _refuse_unless_loopback(str(address[0]))
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0]
        _refuse_unless_loopback(host.decode() if isinstance(host, bytes) else str(host or ""))


def _refuse_unless_loopback(host: str) -> None:
    if host in ("", "localhost"):
        return
    try:
        here = ipaddress.ip_address(host).is_loopback
    except ValueError:
        here = False
    if not here:
        raise LeftTheMachine(f"a test reached for {host}; only loopback is allowed")
