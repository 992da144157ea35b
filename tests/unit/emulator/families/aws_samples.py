"""AWS's own requests, word for word but for the pictures, which its pages leave open.

Titan's are the Python samples of
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
Nova's page shows no values, only every field that a task has: here each has one.
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
Both checked 2026-11-22.
"""

from collections.abc import Mapping
from typing import Any

from tests.unit.emulator.families.amazon import GARMENT, MASK, NOVA, PICTURE, TITAN_1, TITAN_2

TITAN_SIZE = {"numberOfImages": 1, "height": 512, "width": 512, "cfgScale": 8.0}
NOVA_NEW = {
    "width": 1280,
    "height": 720,
    "quality": "premium",
    "cfgScale": 6.5,
    "seed": 12,
    "numberOfImages": 2,
}
NOVA_EDIT = {"numberOfImages": 2, "quality": "standard", "cfgScale": 6.5, "seed": 12}

TITAN_INPAINTING = {
    "taskType": "INPAINTING",
    "inPaintingParams": {
        "text": "Modernize the windows of the house",
        "negativeText": "bad quality, low res",
        "image": PICTURE,
        "maskPrompt": "windows",
    },
    "imageGenerationConfig": TITAN_SIZE,
}
TITAN_OUTPAINTING = {
    "taskType": "OUTPAINTING",
    "outPaintingParams": {
        "text": "Draw a chocolate chip cookie",
        "negativeText": "bad quality, low res",
        "image": PICTURE,
        "maskImage": MASK,
        "outPaintingMode": "DEFAULT",
    },
    "imageGenerationConfig": TITAN_SIZE,
}
TITAN_VARIATION = {
    "taskType": "IMAGE_VARIATION",
    "imageVariationParams": {
        "text": "Modernize the house, photo-realistic, 8k, hdr",
        "negativeText": "bad quality, low resolution, cartoon",
        "images": [PICTURE],
        "similarityStrength": 0.7,
    },
    "imageGenerationConfig": TITAN_SIZE,
}
TITAN_CONDITIONING = {
    "taskType": "TEXT_IMAGE",
    "textToImageParams": {
        "text": "A robot playing soccer, anime cartoon style",
        "negativeText": "bad quality, low res",
        "conditionImage": PICTURE,
        "controlMode": "CANNY_EDGE",
    },
    "imageGenerationConfig": TITAN_SIZE,
}
TITAN_COLORS = {
    "taskType": "COLOR_GUIDED_GENERATION",
    "colorGuidedGenerationParams": {
        "text": "digital painting of a girl, dreamy and ethereal, pink eyes, peaceful expression, "
        "ornate frilly dress, fantasy, intricate, elegant, rainbow bubbles, highly detailed, "
        "digital painting, artstation, concept art, smooth, sharp focus, illustration",
        "negativeText": "bad quality, low res",
        "referenceImage": PICTURE,
        "colors": ["#ff8080", "#ffb280", "#ffe680", "#ffe680"],
    },
    "imageGenerationConfig": TITAN_SIZE,
}
BACKGROUND_REMOVAL = {
    "taskType": "BACKGROUND_REMOVAL",
    "backgroundRemovalParams": {"image": PICTURE},
}
NOVA_CONDITIONING = {
    "taskType": "TEXT_IMAGE",
    "textToImageParams": {
        "conditionImage": PICTURE,
        "controlMode": "SEGMENTATION",
        "controlStrength": 0.3,
        "text": "a house by the sea",
        "negativeText": "people",
        "style": "DESIGN_SKETCH",
    },
    "imageGenerationConfig": NOVA_NEW,
}
NOVA_COLORS = {
    "taskType": "COLOR_GUIDED_GENERATION",
    "colorGuidedGenerationParams": {
        "colors": ["#00FF00", "#FCF2AB"],
        "referenceImage": PICTURE,
        "text": "a house by the sea",
        "negativeText": "people",
    },
    "imageGenerationConfig": NOVA_NEW,
}
NOVA_VARIATION = {
    "taskType": "IMAGE_VARIATION",
    "imageVariationParams": {
        "images": [PICTURE, GARMENT],
        "similarityStrength": 0.5,
        "text": "a house by the sea",
        "negativeText": "people",
    },
    "imageGenerationConfig": {key: NOVA_NEW[key] for key in NOVA_NEW if key != "quality"},
}
NOVA_INPAINTING = {
    "taskType": "INPAINTING",
    "inPaintingParams": {
        "image": PICTURE,
        "maskImage": MASK,
        "text": "a wooden door",
        "negativeText": "people",
    },
    "imageGenerationConfig": NOVA_EDIT,
}
NOVA_OUTPAINTING = {
    "taskType": "OUTPAINTING",
    "outPaintingParams": {
        "image": PICTURE,
        "maskPrompt": "the house",
        "outPaintingMode": "PRECISE",
        "text": "a beach",
        "negativeText": "people",
    },
    "imageGenerationConfig": NOVA_EDIT,
}
NOVA_TRY_ON = {
    "taskType": "VIRTUAL_TRY_ON",
    "virtualTryOnParams": {
        "sourceImage": PICTURE,
        "referenceImage": GARMENT,
        "maskType": "GARMENT",
        "garmentBasedMask": {
            "maskShape": "CONTOUR",
            "garmentClass": "UPPER_BODY",
            "garmentStyling": {
                "longSleeveStyle": "SLEEVE_DOWN",
                "tuckingStyle": "UNTUCKED",
                "outerLayerStyle": "CLOSED",
            },
        },
        "maskExclusions": {
            "preserveBodyPose": "ON",
            "preserveHands": "OFF",
            "preserveFace": "DEFAULT",
        },
        "mergeStyle": "DETAILED",
        "returnMask": True,
    },
    "imageGenerationConfig": NOVA_EDIT,
}

SAMPLES: list[tuple[str, Mapping[str, Any]]] = [
    *((TITAN_1, body) for body in (TITAN_INPAINTING, TITAN_OUTPAINTING, TITAN_VARIATION)),
    *((TITAN_2, body) for body in (TITAN_INPAINTING, TITAN_OUTPAINTING, TITAN_VARIATION)),
    *((TITAN_2, body) for body in (TITAN_CONDITIONING, TITAN_COLORS, BACKGROUND_REMOVAL)),
    *((NOVA, body) for body in (NOVA_CONDITIONING, NOVA_COLORS, NOVA_VARIATION)),
    *((NOVA, body) for body in (NOVA_INPAINTING, NOVA_OUTPAINTING, NOVA_TRY_ON)),
    (NOVA, BACKGROUND_REMOVAL),
]
