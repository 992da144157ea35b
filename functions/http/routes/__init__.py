"""The HTTP door's routes, one module a noun: parse, one use case, translate."""

from functions.http.routes import about, generations, images, models, prompts

ROUTERS = (
    generations.router,
    images.router,
    models.router,
    prompts.router,
    about.router,
)
"""In the order of the documents."""
