"""Small pictures at addresses of the studio's own, so that a page need not wait for them.

A grid is drawn as soon as its list is there; the browser then asks for what is in sight
first, several at once, and keeps it for later visits. Whoever asks is looked up anew: the
load balancer of a hosted studio signs each request in.
"""

from urllib.parse import quote

from easel_client import EaselError, NotFound
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from studio.signin import NotSignedIn
from studio.users import NotInvited

KEPT = {
    "cache-control": "private, max-age=3600, immutable",
    "cross-origin-resource-policy": "same-origin",
}
NOT_KEPT = {"cache-control": "no-store"}


def address(image_id: str) -> str:
    """Return where the browser finds a small WebP of an image."""
    return f"/thumbnails/{quote(image_id, safe='')}"


def thumbnail(request: Request) -> Response:
    """Send a thumbnail; Starlette calls this in a thread, as the client blocks."""
    from studio import session  # noqa: PLC0415 - its caches want Streamlit's runtime

    try:
        easel = session.easel_of(request.headers)
        raw = easel.thumbnail(request.path_params["image_id"])
    except (NotSignedIn, NotInvited):
        return Response(status_code=403, headers=NOT_KEPT)
    except NotFound:
        return Response(status_code=404, headers=NOT_KEPT)
    except EaselError:
        return Response(status_code=502, headers=NOT_KEPT)
    return Response(raw, media_type="image/webp", headers=KEPT)


route = Route("/thumbnails/{image_id}", thumbnail)
