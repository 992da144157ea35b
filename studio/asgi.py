"""The studio as an ASGI application: Streamlit, with what every answer should carry."""

from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from studio import pictures

POLICY = "; ".join(
    [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        # Streamlit writes its styles and one start-up script into the page itself.
        "style-src 'self' 'unsafe-inline'",
        "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)
"""Nothing from elsewhere: pictures come through the studio, not from a bucket."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
}


class Guarded:
    """Adds the headers to every answer.

    A plain ASGI class: Starlette's `BaseHTTPMiddleware` would copy each answer through a queue.
    """

    def __init__(self, inner: ASGIApp) -> None:
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and its answer back, with the headers."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self._inner(scope, receive, guarded)


async def healthz(request: Request) -> Response:
    """Say that the studio serves; whether the API does is for its own `/healthz`."""
    del request
    return JSONResponse({"status": "ok"}, headers={"cache-control": "no-store"})


async def create(request: Request) -> Response:
    """Send who asks for the first page by its name to its address, query included."""
    return RedirectResponse(str(request.url.replace(path="/")), status_code=308)


app = st.App(
    Path(__file__).with_name("app.py"),
    routes=[Route("/healthz", healthz), Route("/create", create), pictures.route],
    # 3.2 MB of scripts on the first load become 2.1 MB.
    middleware=[Middleware(Guarded), Middleware(GZipMiddleware, minimum_size=1024)],
)
