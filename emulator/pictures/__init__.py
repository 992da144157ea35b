"""Pictures that come in a request: read strictly, measured before they are decoded.

What may not live here: any family's rule or word. A family takes a `Picture` and
decides; where a text is no picture, it refuses in its own words with our reason.
"""

from emulator.pictures.masks import Mask, is_translucent, opacity_of
from emulator.pictures.picture import MOST_PIXELS, NotAPicture, Picture, read

__all__ = ["MOST_PIXELS", "Mask", "NotAPicture", "Picture", "is_translucent", "opacity_of", "read"]
