"""`easel models`: what paints here, what it takes and what it costs."""

from typing import Annotated, Any, cast

import typer

from easel_client.answers import Model, Task
from easel_client.cli.options import AsJson
from easel_client.cli.screen import dump, lay_out, put
from easel_client.cli.session import session


def models(
    name: Annotated[str | None, typer.Argument(help="Id or short name of one")] = None,
    *,
    task: Annotated[str | None, typer.Option(help="Only those that do this")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also those that do not run here")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the models, or tell all of one."""
    with session(as_json=as_json) as easel:
        if name:
            one = easel.model(name)
            dump(one.raw) if as_json else _describe(one)
            return
        found = [
            each
            for each in easel.models()
            if (everything or each.available) and (task is None or task in each.tasks)
        ]
    if as_json:
        dump([each.raw for each in found])
    else:
        lay_out(("name", "USD an image", "state", "tasks"), [_row(each) for each in found])


def _row(model: Model) -> tuple[str, ...]:
    return model.name, _price(model), model.lifecycle.state, ", ".join(model.tasks)


def _price(model: Model) -> str:
    prices = sorted(model.price.per_image.values())
    return str(prices[0]) if prices[0] == prices[-1] else f"{prices[0]} to {prices[-1]}"


def _describe(model: Model) -> None:
    put(f"{model.title}, {model.provider} ({model.id})")
    put(f"{_price(model)} USD an image; {', '.join(model.output_formats)}")
    ends = f", ends {model.lifecycle.end_of_life}" if model.lifecycle.end_of_life else ""
    put(f"{model.lifecycle.state}{ends}{'' if model.available else '; does not run here'}")
    for name, task in model.tasks.items():
        _describe_task(name, task)


def _describe_task(name: str, task: Task) -> None:
    put("")
    put(name)
    if task.aspect_ratios:
        put(f"  --aspect-ratio {', '.join(task.aspect_ratios)}")
    properties: dict[str, Any] = task.parameters.get("properties", {})
    for parameter, schema in properties.items():
        put(f"  -p {parameter}={_range(schema)}")


def _range(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return " | ".join(map(str, cast("list[Any]", schema["enum"])))
    if "minimum" in schema or "maximum" in schema:
        return f"{schema.get('minimum', '…')} to {schema.get('maximum', '…')}"
    return str(schema.get("type", "…"))
