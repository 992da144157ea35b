"""How Amazon's families write what a call holds."""

from collections.abc import Mapping

from functions.catalogue.spec import Body
from functions.domain.call import Call

Names = Mapping[str, str]
"""Our names of parameters, and the wire's."""


def texts(call: Call) -> Body:
    """Return the prompts; one that is not there is left out, which may have a meaning."""
    told = {"text": call.prompt, "negativeText": call.negative_prompt}
    return {name: text for name, text in told.items() if text}


def own(call: Call, names: Names) -> Body:
    """Return a call's parameters under the wire's names."""
    held = call.parameters
    return {wire: held[name] for name, wire in names.items() if name in held}


def shouted(call: Call, names: Names) -> Body:
    """Return parameters whose words are in capitals on the wire, as Amazon's all are."""
    return {wire: word.upper() for wire, word in own(call, names).items()}


def filled(**parts: Body) -> Body:
    """Return those parts that hold anything."""
    return {name: part for name, part in parts.items() if part}
