"""What `api` enhances briefs with."""

from functions.adapters.converse import BedrockWriter
from functions.domain.writing import TextModel
from functions.settings import Settings
from functions.use_cases.enhancer import Enhancer
from functions.wiring.clients import client, writing


def enhancer(settings: Settings) -> Enhancer:
    """Return the text model of this deployment; its client is made with the first brief."""
    region = settings.bedrock_region
    made = BedrockWriter(lambda: client("bedrock-runtime", region_name=region, config=writing()))
    return Enhancer(TextModel.of(settings.text_model), made)
