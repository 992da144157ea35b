"""One request of an OpenAI client, from its words to its answer."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.catalogue.plan import meant
from functions.domain.errors import EaselError, Unavailable
from functions.domain.frozen import frozen
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.money import dollars
from functions.domain.tenant import Caller
from functions.domain.tries import Overtaken, Try
from functions.http.desk import FRESH, JSON, Desk
from functions.http.openai import answers
from functions.http.openai.aliases import meaning
from functions.http.openai.job import Job
from functions.http.openai.shapes import ImageBody
from functions.http.openai.translate import Translated, translate
from functions.http.orders import order
from functions.http.present import line
from functions.http.restate import restated
from functions.use_cases import look
from functions.use_cases.gather import Gathered
from functions.use_cases.request import Accepted, fingerprint

REMEMBERED = timedelta(minutes=10)
"""How long a retry of an SDK finds what its first try asked for."""

MOST_LOOKS = 8
"""How often a try that is overtaken by another looks again."""

SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 120.0
"""Seconds after which their clients are told to ask again; longer ones they do not wait."""

UNKNOWN_WAIT = 45.0
"""Seconds that a picture takes of which nothing is known yet."""


@frozen
class Reception:
    """Where one request is answered.

    Attributes:
        desk: The desk behind it.
        key: The client's idempotency key, or None.
        retries: How often the SDK has sent this before, as it says.
    """

    desk: Desk
    key: str | None
    retries: str | None

    def answer(self, body: ImageBody, job: Job) -> Response[Any]:
        """Order what a body asks for, once, and answer with it when it is painted."""
        caller, counter = self.desk.caller("generate"), self.desk.counter
        until = counter.clock.now() + timedelta(seconds=counter.longest_wait)
        model = meaning(body.model, counter.openai_models)
        _, takes = meant(model, job.task, counter.policy())
        told = translate(body, job, model=model, takes=takes)
        accepted = self._ordered(told, caller, job.gathered)
        try:
            answer = self._awaited(accepted.ulid, caller, job.prompt, told, until=until)
        except EaselError as refused:
            if not refused.retryable:
                self._told(accepted.ulid, caller, told)
            raise
        self._told(accepted.ulid, caller, told)
        return answer

    def _awaited(
        self, ulid: str, caller: Caller, prompt: str, told: Translated, *, until: datetime
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
        answers.judge(whole, images, rest=self._rest(whole, caller))
        return self._handed_over(whole, images, prompt, told)

    def _told(self, ulid: str, caller: Caller, told: Translated) -> None:
        """Write down that a client knows how its generation ended, well or not."""
        if self.key is None:
            self.desk.counter.records.answered(caller.tenant, self._what(told, caller), ulid)

    def _ordered(self, told: Translated, caller: Caller, gathered: Gathered | None) -> Accepted:
        """Join what another try of the SDK asked for, else order it anew."""
        if self.key is not None:
            return self._anew(told, caller, gathered, None)
        for _ in range(MOST_LOOKS):
            now, visit = self.desk.counter.clock.now(), self.desk.door.visit
            what, until = self._what(told, caller), now + REMEMBERED
            attempt = Try(what, until, retried=self._again, received=visit.received)
            known, attempt = self.desk.counter.records.tried(caller.tenant, attempt, now=now)
            if known:
                return Accepted(known, replayed=True, images=0)
            with suppress(Overtaken):
                return self._anew(told, caller, gathered, attempt)
        raise Unavailable("The same request came many times at once; send it again.")

    def _anew(
        self, told: Translated, caller: Caller, gathered: Gathered | None, attempt: Try | None
    ) -> Accepted:
        return order(
            told.request,
            self.desk,
            caller=caller,
            asked=restated(told.request),
            idempotency_key=self.key,
            first_try=attempt,
            lines=told.lines,
            gathered=gathered,
            check=lambda planned: answers.must_fit(planned.calls if told.inline else ()),
        )

    @property
    def _again(self) -> bool:
        """Whether the SDK says that it has sent this before."""
        return (self.retries or "0") != "0"

    def _what(self, told: Translated, caller: Caller) -> str:
        return f"{caller.key_id}#{fingerprint(told.request)}"

    def _rest(self, whole: Generation, caller: Caller) -> float:
        """Return for how many seconds it will still be painted, about.

        Their clients ask twice more and then give up: what takes longer than usual is
        given a little time at first, and then longer than it has taken already.
        """
        counter = self.desk.counter
        usual = look.usual_wait(caller.tenant, whole.model, counter.records) or UNKNOWN_WAIT
        gone = (counter.clock.now() - whole.created_at).total_seconds()
        more = gone * (1.5 if self._again else 0.5)
        left = usual - gone if gone < usual else more
        return min(max(left, SHORTEST_PAUSE), LONGEST_PAUSE)

    def _handed_over(
        self, whole: Generation, images: Sequence[Image], prompt: str, told: Translated
    ) -> Response[Any]:
        data = answers.pictures(
            images, prompt, delivery=told.delivery, raw=self._raw, url=self.desk.share
        )
        made = next(image for image in images if image.picture)
        body = {
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
        headers = FRESH | self.desk.sunset(whole.model)
        return Response(200, JSON, answers.dumps(body), headers)

    def _raw(self, image: Image) -> bytes:
        key = look.content_key(image, self.desk.counter.store)
        pieces = self.desk.counter.store.pieces(key)
        return b"".join(pieces or ())
