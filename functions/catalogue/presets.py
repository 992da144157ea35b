"""The closed lists of Stability's models: looks, samplers, extra guidance.

https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html
checked 2026-11-22.
"""

from functions.catalogue.parameters import Choice

STYLE_PRESETS = (
    "3d-model",
    "analog-film",
    "anime",
    "cinematic",
    "comic-book",
    "digital-art",
    "enhance",
    "fantasy-art",
    "isometric",
    "line-art",
    "low-poly",
    "modeling-compound",
    "neon-punk",
    "origami",
    "photographic",
    "pixel-art",
    "tile-texture",
)

STYLE_PRESET = Choice("style_preset", STYLE_PRESETS, None, "A look that the model was tuned for")

SAMPLERS = (
    "DDIM",
    "DDPM",
    "K_DPMPP_2M",
    "K_DPMPP_2S_ANCESTRAL",
    "K_DPM_2",
    "K_DPM_2_ANCESTRAL",
    "K_EULER",
    "K_EULER_ANCESTRAL",
    "K_HEUN",
    "K_LMS",
)

SAMPLER = Choice(
    "sampler", SAMPLERS, None, "How noise is removed at each step; unset: the model chooses"
)

CLIP_GUIDANCE_PRESETS = ("FAST_BLUE", "FAST_GREEN", "NONE", "SIMPLE", "SLOW", "SLOWER", "SLOWEST")

CLIP_GUIDANCE_PRESET = Choice(
    "clip_guidance_preset",
    CLIP_GUIDANCE_PRESETS,
    None,
    "Extra guidance by CLIP; slower presets look longer",
)
