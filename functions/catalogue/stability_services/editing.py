"""Editing: change, take away or add within a picture, and leave the rest alone."""

from functions.catalogue.stability_services.row import service
from functions.catalogue.stability_services.takes import GROW_MASK, MASK, guided, picture

MODELS = (
    service(
        "us.stability.stable-image-inpaint-v1:0",
        "stable-image-inpaint",
        "Stable Image Inpaint",
        {
            "inpaint": guided(
                GROW_MASK, image=picture("The picture to repaint a part of"), mask=MASK
            )
        },
        price="0.07",
    ),
)
