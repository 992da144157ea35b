"""The catalogue, the month's money, and whether the service answers."""

from easel_client.answers import Model, Usage
from easel_client.calls.bodies import path
from easel_client.calls.pages import page
from easel_client.errors import EaselError
from easel_client.steps import Ask, Flow, answer, answered


def models() -> Flow[list[Model]]:
    """Return every model with its tasks' JSON Schemas, price and lifecycle."""
    return list(page((yield from answered(Ask(method="GET", url=path("models")))), Model))


def model(model_id: str) -> Flow[Model]:
    """Return a model by its id or short name."""
    return Model.read((yield from answered(Ask(method="GET", url=path("models", model_id)))))


def usage() -> Flow[Usage]:
    """Return what was spent this month, and what is left."""
    return Usage.read((yield from answered(Ask(method="GET", url=path("usage")))))


def healthy() -> Flow[bool]:
    """Return whether the service answers; needs no key."""
    try:
        yield from answer(Ask(method="GET", url="healthz"))
    except EaselError:
        return False
    return True
