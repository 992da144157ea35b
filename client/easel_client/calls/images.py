"""The gallery: look, mark, share and delete."""

from collections.abc import Sequence
from typing import Any

from easel_client.answers import Image, Page, Share
from easel_client.calls.bodies import given, path, query
from easel_client.calls.pages import page
from easel_client.steps import Ask, Flow, answer, answered


def images(**filters: Any) -> Flow[Page[Image]]:
    """Return a page of published images, newest first.

    Args:
        **filters: `limit`, `cursor`, `model`, `task`, `favourite`, `tag`, `picked`, `text`,
            `created_after`, `created_before`.
    """
    ask = Ask(method="GET", url=path("images"), params=query(filters))
    return page((yield from answered(ask)), Image)


def image(image_id: str) -> Flow[Image]:
    """Return an image with a fresh address and its newest children."""
    return Image.read((yield from answered(Ask(method="GET", url=path("images", image_id)))))


def update_image(
    image_id: str, *, favourite: bool | None = None, tags: Sequence[str] | None = None
) -> Flow[Image]:
    """Mark an image; what is None stays. `tags` are all of its tags from then on."""
    notes = given({"favourite": favourite, "tags": None if tags is None else list(tags)})
    ask = Ask(method="PATCH", url=path("images", image_id), json=notes)
    return Image.read((yield from answered(ask)))


def delete_image(image_id: str) -> Flow[None]:
    """Delete an image that has ended, and its files; what it cost stays in the usage."""
    yield from answer(Ask(method="DELETE", url=path("images", image_id)))


def children(
    image_id: str, *, limit: int | None = None, cursor: str | None = None
) -> Flow[Page[Image]]:
    """Return a page of the images that were made from this one."""
    params = query({"limit": limit, "cursor": cursor})
    ask = Ask(method="GET", url=path("images", image_id, "children"), params=params)
    return page((yield from answered(ask)), Image)


def share(image_id: str, *, expires_in: int | None = None) -> Flow[Share]:
    """Make a link that shows the picture without a key; None: until it is revoked."""
    body = given({"expires_in": expires_in}) or None
    ask = Ask(method="POST", url=path("images", image_id, "share"), json=body)
    return Share.read((yield from answered(ask)))


def unshare(image_id: str) -> Flow[None]:
    """Revoke all links of an image that were made so far."""
    yield from answer(Ask(method="DELETE", url=path("images", image_id, "share")))
