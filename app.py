"""The cloud's composition root: a stage becomes its stacks and their checks."""

from collections.abc import Mapping
from pathlib import Path

from aws_cdk import App

from infra import bundle, nag
from infra.operations import OperationsStack
from infra.service import ServiceStack
from infra.stage import Stage
from infra.state import StateStack
from infra.studio import StudioStack


def compose(app: App, *, stage: Stage, bundles: Mapping[str, Path]) -> None:
    """Add the stacks of `stage` to `app`."""
    prefix = f"Easel-{stage.name}"
    state = StateStack(app, f"{prefix}-State", stage=stage)
    service = ServiceStack(app, f"{prefix}-Service", stage=stage, state=state, bundles=bundles)
    OperationsStack(app, f"{prefix}-Operations", stage=stage, state=state, service=service)
    nag.watch(app, stage=stage, state=state, service=service)
    if stage.hosting:
        url = service.gateway.rest_api.url
        studio = StudioStack(
            app, f"{prefix}-Studio", stage=stage, hosting=stage.hosting, api_url=url
        )
        nag.accept_studio(studio)


def main() -> None:
    """Synthesise the stage that `-c stage=NAME` asks for."""
    app = App()
    stage = Stage.of(app.node.try_get_context("stage"), app.node.try_get_context("stages"))
    compose(app, stage=stage, bundles=bundle.build(stage.target))
    app.synth()


if __name__ == "__main__":
    main()
