"""The service's answers, as `docs/openapi.json` has them; money is `Decimal`, times are aware."""

from easel_client.answers.account import Address, Enhancements, Share, Usage
from easel_client.answers.enhanced import (
    Enhanced,
    EnhanceOffer,
    PromptParts,
    TokenPrice,
    Tokens,
)
from easel_client.answers.generation import Chosen, Cost, Counts, Generation, Input, Line, Page
from easel_client.answers.image import Attempt, Image, Trouble
from easel_client.answers.model import Lifecycle, Model, PriceTable, SizeRule, Task
from easel_client.answers.plan import Alternative, Cell, Mistake, Plan, Price, Warned
from easel_client.answers.prompt import Composed, Linted
from easel_client.answers.upload import NamedModel, Parameters, Upload

__all__ = [
    "Address",
    "Alternative",
    "Attempt",
    "Cell",
    "Chosen",
    "Composed",
    "Cost",
    "Counts",
    "EnhanceOffer",
    "Enhanced",
    "Enhancements",
    "Generation",
    "Image",
    "Input",
    "Lifecycle",
    "Line",
    "Linted",
    "Mistake",
    "Model",
    "NamedModel",
    "Page",
    "Parameters",
    "Plan",
    "Price",
    "PriceTable",
    "PromptParts",
    "Share",
    "SizeRule",
    "Task",
    "TokenPrice",
    "Tokens",
    "Trouble",
    "Upload",
    "Usage",
    "Warned",
]
