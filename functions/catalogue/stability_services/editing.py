"""Editing: change, take away or add within a picture, and leave the rest alone."""

from functions.catalogue.parameters import Words
from functions.catalogue.stability_services.row import service
from functions.catalogue.stability_services.takes import (
    GROW_MASK,
    LIMIT,
    MASK,
    guided,
    picture,
    wordless,
)

SEARCH_PROMPT = Words(
    "search_prompt",
    LIMIT,
    "What to look for in the picture, in a few words: it is replaced by what the prompt says",
    required=True,
)
SELECT_PROMPT = Words(
    "select_prompt",
    LIMIT,
    "What to look for in the picture, in a few words: it gets the colours that the prompt says",
    required=True,
)

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
    service(
        "us.stability.stable-image-erase-object-v1:0",
        "stable-image-erase-object",
        "Stable Image Erase Object",
        {"erase": wordless(GROW_MASK, image=picture("The picture to erase from"), mask=MASK)},
        price="0.07",
    ),
    service(
        "us.stability.stable-image-search-replace-v1:0",
        "stable-image-search-replace",
        "Stable Image Search and Replace",
        {
            "search_replace": guided(
                SEARCH_PROMPT, GROW_MASK, image=picture("The picture to replace something in")
            )
        },
        price="0.07",
    ),
    service(
        "us.stability.stable-image-search-recolor-v1:0",
        "stable-image-search-recolor",
        "Stable Image Search and Recolor",
        {
            "search_recolor": guided(
                SELECT_PROMPT, GROW_MASK, image=picture("The picture to recolour something in")
            )
        },
        price="0.07",
    ),
    service(
        "us.stability.stable-image-remove-background-v1:0",
        "stable-image-remove-background",
        "Stable Image Remove Background",
        {
            "remove_background": wordless(
                image=picture("The picture whose background goes"), seeded=False
            )
        },
        price="0.07",
        # AWS's list has jpeg too, which cannot carry the transparency that is asked for.
        formats=("png", "webp"),
    ),
)
