"""A synthesised stage as plain data, so that a test reads like the template."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aws_cdk import App

from app import compose
from infra.stage import Stage

ROOT = Path(__file__).parents[2]
CDK_JSON = ROOT / "cdk.json"
CONTEXT: dict[str, Any] = json.loads(CDK_JSON.read_text())["context"]
STACKS = ("State", "Service", "Operations")
DOORS = ("Api", "Authorizer", "Painter", "Caretaker", "Darkroom")

Properties = dict[str, Any]


@dataclass(frozen=True)
class Cloud:
    """One stage's stacks, called by the last part of their names.

    Attributes:
        stage: The row of `cdk.json`.
        templates: What CloudFormation is given.
        protected: The stacks that cannot be deleted by mistake.
    """

    stage: Stage
    templates: dict[str, Properties]
    protected: set[str]

    def resources(self) -> Iterator[tuple[str, Properties]]:
        """Yield every resource with its logical id."""
        for template in self.templates.values():
            yield from template.get("Resources", {}).items()

    def all(self, kind: str) -> dict[str, Properties]:
        """Return the properties of a type's resources by logical id."""
        found = {name: each for name, each in self.resources() if each["Type"] == kind}
        return {name: each.get("Properties", {}) for name, each in found.items()}

    def one(self, kind: str) -> Properties:
        """Return the properties of the only resource of a type."""
        (only,) = self.all(kind).values()
        return only

    def door(self, name: str) -> Properties:
        """Return a door's function."""
        (function,) = (
            each
            for each in self.all("AWS::Lambda::Function").values()
            if each["Handler"] == f"functions.{name.lower()}.handler"
        )
        return function

    def statements(self, door: str) -> list[Properties]:
        """Return what a door's role allows."""
        assert not self.all("AWS::IAM::ManagedPolicy")
        (role,) = (name for name in self.all("AWS::IAM::Role") if name.startswith(f"{door}Role"))
        return [
            statement
            for each in self.all("AWS::IAM::Policy").values()
            if each["Roles"] == [{"Ref": role}]
            for statement in each["PolicyDocument"]["Statement"]
        ]


def new_app(outdir: Path) -> App:
    """Return an app as the CLI would start it."""
    return App(context=CONTEXT, outdir=str(outdir))


def stub_bundles(folder: Path) -> dict[str, Path]:
    """Return bundles that hold next to nothing."""
    bundles = {group: folder / group for group in ("core", "api", "painter")}
    for group, tree in bundles.items():
        tree.mkdir(parents=True, exist_ok=True)
        (tree / "door.py").write_text(f"# {group}\n")
    return bundles


def synthesise(stage: Stage, folder: Path) -> Cloud:
    """Synthesise a stage, with its checks."""
    app = new_app(folder / "cdk.out")
    compose(app, stage=stage, bundles=stub_bundles(folder / "bundles"))
    assembly = app.synth()
    stacks = {each: assembly.get_stack_by_name(f"Easel-{stage.name}-{each}") for each in STACKS}
    return Cloud(
        stage=stage,
        templates={name: stack.template for name, stack in stacks.items()},
        protected={name for name, stack in stacks.items() if stack.termination_protection},
    )
