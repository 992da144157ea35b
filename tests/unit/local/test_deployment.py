"""Stacks are deployed when they have to be, and told the address that clients use."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from local.cdk import service, target
from local.deployment import TOOLKIT, Deployment
from local.halt import Halt
from local.home import Home
from local.trouble import Halted

SERVICE = service("local")
TARGET = target("local")


class FakeAws:
    """An account in which a deployment creates an API."""

    def __init__(self) -> None:
        self.stacks: dict[str, dict[str, str]] = {}
        self.changing = 0

    def outputs(self, stack: str) -> dict[str, str] | None:
        return self.stacks.get(stack)

    def is_changing(self, stack: str) -> bool:
        self.changing -= 1
        return self.changing > 0


class FakeCdk:
    """A CLI that notes what it was asked."""

    def __init__(self, aws: FakeAws) -> None:
        self.aws = aws
        self.calls: list[tuple[Sequence[str], Sequence[str]]] = []
        self.interrupted = False

    def bootstrap(self) -> None:
        self.aws.stacks[TOOLKIT] = {}

    def deploy(self, *stacks: str, parameters: Sequence[str] = ()) -> None:
        if self.interrupted:
            raise Halted("SIGINT")
        self.calls.append((stacks, tuple(parameters)))
        self.aws.stacks[SERVICE] = {"ApiId": "abc"}


class World:
    """A home, an account and a CLI."""

    def __init__(self, path: Path) -> None:
        self.home = Home(path)
        self.aws = FakeAws()
        self.cdk = FakeCdk(self.aws)

    def deployment(self, port: int = 4600) -> Deployment:
        cdk: Any = self.cdk
        aws: Any = self.aws
        address = f"http://here:{port}/"
        return Deployment(self.home, Halt(), cdk, aws, lambda api: address + api, stage="local")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_the_first_deployment_is_followed_by_one_that_knows_the_address(world: World) -> None:
    outputs = world.deployment().bring("v1")

    parameter = (f"{SERVICE}:PublicUrl=http://here:4600/abc",)
    assert outputs == {"ApiId": "abc"}
    assert world.cdk.calls == [((), (TARGET,)), ((SERVICE, "--exclusively"), parameter)]


def test_a_later_one_knows_it_from_the_start(world: World) -> None:
    world.deployment().bring("v1")
    world.cdk.calls.clear()

    world.deployment().bring("v2")

    assert world.cdk.calls == [((), (TARGET, f"{SERVICE}:PublicUrl=http://here:4600/abc"))]


def test_what_was_deployed_is_current_until_sources_address_or_data_change(world: World) -> None:
    assert not world.deployment().is_current("v1")

    world.deployment().bring("v1")

    assert world.deployment().is_current("v1")
    assert not world.deployment().is_current("v2")
    assert not world.deployment(port=4700).is_current("v1")
    world.aws.stacks.clear()
    assert not world.deployment().is_current("v1")


def test_an_account_is_bootstrapped_once(world: World) -> None:
    world.deployment().prepare()
    world.cdk.aws.stacks[TOOLKIT]["kept"] = "yes"

    world.deployment().prepare()

    assert world.aws.stacks[TOOLKIT] == {"kept": "yes"}


def test_an_interrupted_deployment_is_not_taken_for_done_and_comes_to_its_end(
    world: World,
) -> None:
    world.deployment().bring("v1")
    world.cdk.interrupted = True
    world.aws.changing = 3

    with pytest.raises(Halted):
        world.deployment().bring("v2")

    assert world.aws.changing <= 0
    assert not world.deployment().is_current("v1")
    assert not world.deployment().is_current("v2")
