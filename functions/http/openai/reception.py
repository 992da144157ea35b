"""One request of an OpenAI client, from its words to its answer."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.catalogue.plan import meant
from functions.domain.errors import EaselError, Unavailable
from functions.domain.frozen import frozen
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ledger import Idempotency
from functions.domain.money import dollars
from functions.domain.tenant import Caller
from functions.domain.tries import Overtaken, Try
from functions.http.desk import FRESH, JSON, Desk
from functions.http.openai import answers, limits, prints
from functions.http.openai.aliases import meaning
from functions.http.openai.job import Job
from functions.http.openai.patience import pause
from functions.http.openai.shapes import ImageBody
from functions.http.openai.translate import delivery, translate
from functions.http.orders import order, replayed
from functions.http.present import line
from functions.http.restate import restated
from functions.use_cases import look
from functions.use_cases.request import Accepted, keyed

REMEMBERED = timedelta(minutes=10)
"""How long a retry of an SDK finds what its first try asked for."""

MOST_LOOKS = 8
"""How often a try that is overtaken by another looks again."""


@frozen
class Reception:
    """Where one request is answered.

    Attributes:
        desk: The desk behind it.
        key: The client's idempotency key, or None.
        retries: How often the SDK has sent this before, as it says; empty: it is none.
        language: What the SDK is written in, as it says.
    """

    desk: Desk
    key: str | None
    retries: str
    language: str

    def answer(self, body: ImageBody, job: Callable[[], Job]) -> Response[Any]:
        """Order what a body asks for, once, and answer with it when it is painted.

        Args:
            body: As it was sent.
            job: Says what is to be done; asked only where nothing is known of it yet,
                because it may look at pictures, which may be gone since.
        """
        caller, counter = self.desk.caller("generate"), self.desk.counter
        until = counter.clock.now() + timedelta(seconds=counter.longest_wait)
        what = f"{caller.key_id}#{prints.of(body)}"
        ulid = self._accepted(body, job, caller, what).ulid
        try:
            answer = self._awaited(ulid, caller, body, until=until)
        except EaselError as refused:
            if not refused.retryable:
                self._told(ulid, caller, what)
            raise
        self._told(ulid, caller, what)
        return answer

    def _awaited(
        self, ulid: str, caller: Caller, body: ImageBody, *, until: datetime
    ) -> Response[Any]:
        """Answer with a generation when it has ended.

        What was spent on looking at pictures is taken off the wait: the gateway does
        not wait for longer than it says.

        Raises:
            EaselError: there is nothing to show, or not yet.
        """
        counter = self.desk.counter
        whole = look.generation_when_done(
            caller.tenant,
            f"gen_{ulid}",
            counter.records,
            wait=until - counter.clock.now(),
            clock=counter.clock,
        )
        images = look.images(whole, counter.records)
        answers.judge(whole, images, rest=lambda: self._rest(whole, caller))
        return self._handed_over(whole, images, body)

    def _told(self, ulid: str, caller: Caller, what: str) -> None:
        """Write down that a client knows how its generation ended, well or not."""
        if self.key is None:
            counter = self.desk.counter
            counter.records.answered(caller.tenant, what, ulid, now=counter.clock.now())

    def _accepted(
        self, body: ImageBody, job: Callable[[], Job], caller: Caller, what: str
    ) -> Accepted:
        """Return what the key, or another try of the SDK, made; else order it anew."""
        if self.key is None:
            return self._joined(body, job, caller, what)
        idempotency = keyed(self.key, what, now=self.desk.counter.clock.now())
        known = replayed(idempotency, self.desk, caller.tenant)
        return known or self._anew(body, job(), caller, idempotency=idempotency)

    def _joined(
        self, body: ImageBody, job: Callable[[], Job], caller: Caller, what: str
    ) -> Accepted:
        """Return what another try made; else order it anew.

        A first try is not looked up beforehand: hardly one comes after its own retry,
        and one that does is refused as overtaken when it is written down.
        """
        received, counter = self.desk.door.visit.received, self.desk.counter
        for look_again in range(MOST_LOOKS):
            now = counter.clock.now()
            attempt = Try(what, now + REMEMBERED, number=self._number, received=received)
            if look_again or attempt.retried:
                known, attempt = counter.records.tried(caller.tenant, attempt, now=now)
                if known:
                    return Accepted(known, replayed=True, images=0)
            with suppress(Overtaken):
                return self._anew(body, job(), caller, first_try=attempt)
        raise Unavailable("The same request came many times at once; send it again.")

    def _anew(
        self,
        body: ImageBody,
        job: Job,
        caller: Caller,
        *,
        idempotency: Idempotency | None = None,
        first_try: Try | None = None,
    ) -> Accepted:
        counter = self.desk.counter
        model = meaning(body.model, counter.openai_models)
        _, takes = meant(model, job.task, counter.policy())
        told = translate(body, job, model=model, takes=takes)
        return order(
            told.request,
            self.desk,
            caller=caller,
            asked=restated(told.request),
            idempotency=idempotency,
            first_try=first_try,
            lines=told.lines,
            gathered=job.gathered,
            check=lambda planned: answers.must_fit(planned.calls if told.inline else ()),
        )

    @property
    def _number(self) -> int:
        """How often the SDK has sent this before."""
        return int(self.retries[:4]) if self.retries.isdecimal() else 0

    def _rest(self, whole: Generation, caller: Caller) -> float:
        """Return for how many seconds the client shall not ask again."""
        counter = self.desk.counter
        return pause(
            gone=(counter.clock.now() - whole.created_at).total_seconds(),
            usual=look.usual_wait(caller.tenant, whole.model, counter.records),
            wait=counter.longest_wait,
            retries=self._number,
            language=self.language,
        )

    def _handed_over(
        self, whole: Generation, images: Sequence[Image], body: ImageBody
    ) -> Response[Any]:
        prompt = getattr(body, "prompt", None)
        data = answers.pictures(
            images, prompt, delivery=delivery(body), raw=self._raw, url=self.desk.share
        )
        made = next(image for image in images if image.picture)
        told = {
            "created": int(whole.created_at.timestamp()),
            "data": data,
            "output_format": made.picture.format if made.picture else None,
            "size": data[0]["size"],
            "background": "opaque",
            "usage": answers.usage(images),
            "model": whole.model,
            "easel": {
                "generation": whole.id,
                "status": whole.status,
                "spent_usd": dollars(whole.spent + whole.unknown),
                "receipt": [line(each).model_dump() for each in whole.receipt],
                "errors": [
                    {"image": image.id, "code": image.problem.code, "detail": image.problem.detail}
                    for image in images
                    if image.problem
                ],
            },
        }
        headers = FRESH | self.desk.sunset(whole.model) | self._limits(whole.tenant)
        return Response(200, JSON, answers.dumps(told), headers)

    def _limits(self, tenant: str) -> dict[str, str]:
        counter = self.desk.counter
        budget = counter.records.budget(tenant, counter.month, counter.limit)
        return limits.headers(budget, counter.clock.now())

    def _raw(self, image: Image) -> bytes:
        key = look.content_key(image, self.desk.counter.store)
        pieces = self.desk.counter.store.pieces(key)
        return b"".join(pieces or ())
