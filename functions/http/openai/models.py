"""The catalogue as OpenAI's clients list it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.catalogue import CATALOGUE, find
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.catalogue.substitute import replaced
from functions.domain.errors import NotFound
from functions.http.desk import FRESH, JSON
from functions.http.openai.aliases import meaning
from functions.http.openai.answers import dumps


def listed(policy: Policy, aliases: Mapping[str, str]) -> Response[Any]:
    """Return every model that runs here today, then names that stand for one."""
    runs = [spec for spec in CATALOGUE.values() if _runs(spec, policy)]
    names = [*policy.intents, *(name for name in aliases if "*" not in name)]
    data = [_model(spec.name, spec) for spec in runs]
    data += [each for name in names if (each := _named(name, policy, aliases))]
    return _answer({"object": "list", "data": data})


def one(name: str, policy: Policy, aliases: Mapping[str, str]) -> Response[Any]:
    """Return one model under the name that was asked for.

    Raises:
        NotFound: the name means nothing that runs here.
    """
    found = _named(name, policy, aliases)
    if found is None:
        raise NotFound(f"No model {name[:200]}. GET /openai/v1/models lists them.")
    return _answer(found)


def _named(name: str, policy: Policy, aliases: Mapping[str, str]) -> dict[str, Any] | None:
    word = meaning(name, aliases) or ""
    spec = find(policy.intents.get(word, word))
    return _model(name, spec) if spec and _runs(spec, policy) else None


def _runs(spec: ModelSpec, policy: Policy) -> bool:
    return policy.runs(spec) or replaced(spec, policy)


def _model(name: str, spec: ModelSpec) -> dict[str, Any]:
    day = spec.lifecycle.launched
    created = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) if day else 0
    return {
        "id": name,
        "object": "model",
        "created": created,
        "owned_by": spec.provider,
        "bedrock_id": spec.id,
        "tasks": list(spec.tasks),
    }


def _answer(body: dict[str, Any]) -> Response[Any]:
    return Response(200, JSON, dumps(body), FRESH)
