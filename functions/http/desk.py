"""Between the routes and the use cases: what several routes do alike."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools.event_handler import Response

from functions.adapters.telemetry import logger
from functions.domain.frozen import frozen
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ledger import Page
from functions.domain.readings import between, of_enhancement
from functions.domain.story import ENHANCED, STORY, story, told
from functions.domain.tenant import Caller, Scope
from functions.http import cursors, present, sunset, views
from functions.http.door import Door
from functions.http.prefer import wait
from functions.use_cases import discard, look
from functions.use_cases.counter import Counter
from functions.use_cases.share import share

if TYPE_CHECKING:
    from functions.domain.enhancement import Enhancement

JSON = "application/json"
MOST_CHILDREN = 20
"""Of an image, that are named with it; all of them are a list of their own."""

FRESH = {"Cache-Control": "no-store"}


@frozen
class Desk:
    """The door's visitor, the counter's ports, and the answers made of both."""

    door: Door
    counter: Counter

    @property
    def place(self) -> present.Place:
        """Where links in this answer point."""
        return present.Place(self.door.visit.prefix, self.counter.link_seconds)

    def sunset(self, model: str) -> dict[str, str]:
        """Return the headers that tell of a model's end."""
        return sunset.headers(model, self.counter.policy(), self.place)

    def caller(self, scope: Scope) -> Caller:
        """Return who asks, if their key has `scope`."""
        return self.door.visit.caller(scope)

    def image(self, image_id: str) -> Image:
        """Return an image of the caller's tenant."""
        return look.image(self.caller("read").tenant, image_id, self.counter.records)

    def one(self, image: Image) -> views.ImageView:
        """Return an image with its newest children and a fresh address."""
        children = look.children(image, self.counter.records, limit=MOST_CHILDREN)
        return present.image(image, self.place, self.address, children.items)

    def whole(self, found: Generation) -> views.GenerationView:
        """Return a generation with its receipt, and fresh addresses of its images."""
        images = look.images(found, self.counter.records)
        return present.whole(found, images, self.place, self.address)

    def held(
        self,
        tenant: str,
        generation_id: str,
        prefer: str | None,
        *,
        accepted: Mapping[str, str] | None = None,
    ) -> Response[views.GenerationView]:
        """Answer with a generation when it has ended, or when the wait has.

        Args:
            tenant: Whose it is.
            generation_id: Which one.
            prefer: The client's `Prefer` header.
            accepted: Headers of an acceptance; None where it was only asked for.
        """
        held = wait(prefer, longest=self.counter.longest_wait)
        records, clock = self.counter.records, self.counter.clock
        found = look.generation_when_done(tenant, generation_id, records, wait=held, clock=clock)
        headers = {**FRESH, **(accepted or {}), **self.sunset(found.model)}
        if held:
            headers["Preference-Applied"] = f"wait={int(held.total_seconds())}"
        if accepted is not None:
            headers["Location"] = self.place.generation(found.id)
        if not found.terminal:
            headers["Retry-After"] = "1"
        status = 202 if accepted is not None and not found.terminal else 200
        return Response(status, JSON, self.whole(found), headers)

    def redirect(
        self, key: str, name: str, accept: str | None, *, kind: str = ""
    ) -> Response[views.AddressView]:
        """Send the client to a fresh address, or tell it if JSON was asked for.

        Args:
            key: The file's.
            name: Under which browsers save it.
            accept: The client's `Accept` header.
            kind: The name's ending, where the key has none.
        """
        url = self._sign(key, name, kind)
        body = views.AddressView(url=url, url_expires_in=self.counter.link_seconds)
        if JSON in (accept or ""):
            return Response(200, JSON, body, FRESH)
        return Response(302, JSON, body, FRESH | {"Location": url})

    def address(self, image: Image) -> str:
        """Return a fresh presigned address of an image's file."""
        return self._sign(image.picture.key if image.picture else "", image.id)

    def share(self, image: Image, *, expires_at: datetime | None = None) -> str:
        """Return an absolute address of an image's file that needs no key.

        Its path ends as a picture's file does: some clients name what they fetch by it.
        """
        token = share(image, self.counter.share_secret(), expires_at=expires_at)
        kind = image.picture.format if image.picture else image.call.output_format
        return f"{self.door.visit.base}/shared/{image.id}.{kind}?token={token}"

    def after(self, kind: cursors.List, cursor: str | None) -> str | None:
        """Return the id after which the caller's cursor goes on."""
        return cursors.read(kind, self.caller("read").tenant, cursor) if cursor else None

    def ended(self, steps: Iterable[discard.Step]) -> None:
        """Count and log images that a client ended."""
        for before, after in steps:
            self.door.meter.emit(between(before, after))
            logger.info(STORY, extra=story(before, after))

    def enhanced(self, bill: "Enhancement") -> None:
        """Count and log one call of the text model; never what it was asked or said."""
        self.door.meter.emit(of_enhancement(bill))
        logger.info(ENHANCED, extra=told(bill))

    def following(
        self,
        kind: cursors.List,
        page: Page[Any],
        shown: Sequence[views.ImageView | views.GenerationSummary],
    ) -> str | None:
        """Return the cursor of the next page, None where there is none.

        Where not all of a page fitted into the answer, the next goes on after what did.
        """
        after = shown[-1].id if len(shown) < len(page.items) else page.next_after
        return cursors.write(kind, self.caller("read").tenant, after) if after else None

    def _sign(self, key: str, name: str, kind: str = "") -> str:
        suffix = kind or key.rpartition(".")[2]
        return self.counter.store.address(key, filename=f"{name}.{suffix}")


def desk_of(router: Any) -> Desk:
    """Return the desk that the door put into the request's context."""
    return router.context["desk"]
