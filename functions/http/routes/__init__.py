"""The HTTP door's routes, one module a noun: parse, one use case, translate."""

from functions.http.openai import routes as openai
from functions.http.routes import (
    about,
    archives,
    enhance,
    generations,
    images,
    inspection,
    models,
    prompts,
    shares,
    uploads,
)

ROUTERS = (
    generations.router,
    archives.router,
    images.router,
    shares.router,
    uploads.router,
    inspection.router,
    models.router,
    prompts.router,
    enhance.router,
    openai.router,
    about.router,
)
"""In the order of the documents."""
