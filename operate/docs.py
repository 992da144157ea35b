"""Write the documents that are generated: `python -m operate.docs [--check]`.

`docs/models.md` comes from the catalogue, `docs/openapi.json` from the routes;
with `--check` nothing is written, and a stale file is named with the next step.
"""

import json
import os
import sys
from pathlib import Path

from functions.catalogue import CATALOGUE
from functions.catalogue.spec import Choice, ModelSpec, Number, Parameter, Task

ROOT = Path(__file__).parent.parent
HEAD = """# Models

Generated from `functions/catalogue` by `make docs`; a stale copy fails `make check`.
Prices are per image in USD and are configuration: read the note beside them. Lifecycles are as AWS
published them on the day in the last column; `GET /v1/models` says what a deployment runs today.

| name | model id | by | Regions | price | formats | seeds | state | checked |
|---|---|---|---|---|---|---|---|---|
"""


def models() -> str:
    """Return `docs/models.md`."""
    rows = "\n".join(_row(spec) for spec in CATALOGUE.values())
    return f"{HEAD}{rows}\n" + "".join(_section(spec) for spec in CATALOGUE.values())


def openapi() -> str:
    """Return `docs/openapi.json`, as a deployment at `/api` serves it."""
    os.environ |= _NO_DEPLOYMENT
    from functions import api  # noqa: PLC0415 - the door reads the environment
    from functions.http import docs  # noqa: PLC0415

    document = json.loads(docs.openapi(api.app, "/api"))
    return json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def main(arguments: list[str]) -> int:
    """Write or check every generated document; 1 if one is stale."""
    stale = [path for path, text in _documents().items() if not _same(path, text)]
    if "--check" not in arguments:
        for path in stale:
            path.write_text(_documents()[path], "utf-8")
        return 0
    for path in stale:
        sys.stderr.write(f"{path.relative_to(ROOT)} is stale; run `make docs` and commit it.\n")
    return 1 if stale else 0


def _documents() -> dict[Path, str]:
    return {ROOT / "docs/models.md": models(), ROOT / "docs/openapi.json": openapi()}


def _same(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


def _row(spec: ModelSpec) -> str:
    prices = list(spec.price.table.values())
    price = prices[0] if len(prices) == 1 else f"{min(prices)} to {max(prices)}"
    cells = (
        f"`{spec.name}`",
        f"`{spec.id}`",
        spec.provider,
        ", ".join(spec.regions),
        price,
        ", ".join(spec.formats),
        f"{spec.seeds.minimum} to {spec.seeds.maximum}",
        _state(spec),
        spec.checked.isoformat(),
    )
    return f"| {' | '.join(cells)} |"


def _state(spec: ModelSpec) -> str:
    ended = spec.lifecycle.end_of_life
    if spec.lifecycle.state == "active" and ended is None:
        return "active"
    successor = f", then `{spec.lifecycle.successor}`" if spec.lifecycle.successor else ""
    return f"until {ended or 'an unconfirmed day'}{successor}"


def _section(spec: ModelSpec) -> str:
    tasks = "".join(_task(name, task) for name, task in spec.tasks.items())
    tiers = "; ".join(f"{what}: {price}" for what, price in spec.price.table.items())
    notes = [note for note in (spec.price.note, spec.lifecycle.note) if note]
    noted = f" Notes: {'; '.join(notes)}." if notes else ""
    about = f"Price ({tiers}), see <{spec.price.source}>, {spec.price.checked}.{noted}"
    return f"\n## {spec.title}\n\nWire format: <{spec.source}>\n{about}\n{tasks}"


def _task(name: str, task: Task) -> str:
    sizes = ", ".join(f"{width}x{height}" for width, height in task.canvas.sizes)
    ratios = ", ".join(task.canvas.ratios)
    asked = (
        "by ratio; pixels are expected, not promised" if task.canvas.asked_by_ratio else "in pixels"
    )
    rows = "".join(f"{_parameter(each)}\n" for each in task.parameters)
    table = (
        f"\n| parameter | takes | default | what it does |\n|---|---|---|---|\n{rows}"
        if rows
        else ""
    )
    negative = f"{task.negative_prompt_limit:,}" if task.negative_prompt_limit else "none"
    return (
        f"\n### `{name}`\n\n"
        f"- Prompt: up to {task.prompt_limit:,} characters; negative prompt: {negative}.\n"
        f"- Sizes ({asked}): {sizes}.\n- Aspect ratios: {ratios}.\n{table}"
    )


def _parameter(each: Parameter) -> str:
    default = "unset" if each.default is None else f"`{_plain(each.default)}`"
    return f"| `{each.name}` | {_takes(each)} | {default} | {each.description} |"


def _takes(each: Parameter) -> str:
    match each:
        case Number():
            kind = "integer" if each.integer else "number"
            return f"{kind}, {_plain(each.minimum)} to {_plain(each.maximum)}"
        case Choice():
            return ", ".join(f"`{option}`" for option in each.options)


def _plain(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:g}"


_NO_DEPLOYMENT = {
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_ACCESS_KEY_ID": "none",
    "AWS_SECRET_ACCESS_KEY": "none",
    "EASEL_STAGE": "docs",
    "EASEL_TABLE": "none",
    "EASEL_BUCKET": "none",
    "EASEL_QUEUE_URL": "none",
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
