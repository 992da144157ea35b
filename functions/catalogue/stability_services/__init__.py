"""Stability AI Image Services: thirteen tools that edit, steer and enlarge pictures.

A tool is a model with one task. Bedrock runs each through an inference profile of the
United States only; their ids are irregular and come from AWS's samples verbatim.
https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
checked 2026-11-22.
"""

from functions.catalogue.stability_services import control, editing, outpainting, upscaling

MODELS = (*editing.MODELS, *outpainting.MODELS, *control.MODELS, *upscaling.MODELS)
