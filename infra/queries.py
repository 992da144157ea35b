"""Questions to the logs, saved where CloudWatch Logs Insights lists them.

Plain data: a test holds every field against lines that the functions really wrote.
"""

from dataclasses import dataclass

GATEWAY, API, AUTHORIZER, PAINTER, CARETAKER, DARKROOM = (
    "Gateway",
    "Api",
    "Authorizer",
    "Painter",
    "Caretaker",
    "Darkroom",
)
DOORS = (API, AUTHORIZER, PAINTER, CARETAKER, DARKROOM)
MOVERS = (API, PAINTER, CARETAKER)
"""Doors whose lines tell an image's story."""


@dataclass(frozen=True, slots=True)
class Query:
    """One saved question.

    Attributes:
        name: What Logs Insights lists it as, under the stage.
        logs: Where it looks.
        text: In Logs Insights' language.
    """

    name: str
    logs: tuple[str, ...]
    text: str


PASTE = "paste-an-x-request-id"

QUERIES = (
    Query(
        "one request",
        (GATEWAY, *DOORS),
        f"""fields @timestamp, @log, message, method, route, status, code, duration_ms, image_id,
    outcome, billed, model_seconds, usd, level
| filter correlation_id = "{PASTE}" or request_id = "{PASTE}"
| sort @timestamp""",
    ),
    Query(
        "failures by blame",
        MOVERS,
        """filter message = "image" and ispresent(blame)
| stats count(*) as images by blame, code, model
| sort images desc""",
    ),
    Query(
        "slowest pictures",
        MOVERS,
        """fields @timestamp, image_id, model, total_seconds, waited_seconds, model_seconds,
    attempts, correlation_id
| filter message = "image" and status = "succeeded"
| sort total_seconds desc
| limit 20""",
    ),
    Query(
        "spend by tenant",
        MOVERS,
        """filter message = "image"
| stats sum(usd) as spent, sum(usd_unknown) as unknown by tenant, model
| sort spent desc""",
    ),
    Query(
        "throttles by model",
        (PAINTER,),
        """filter message = "image" and outcome = "throttled" and status = "queued"
| stats count(*) as throttled by model, bin(5m) as at
| sort at desc""",
    ),
    Query(
        "refused requests by route",
        (API,),
        """filter message = "answered" and status >= 400
| stats count(*) as refused by route, method, status, code, tenant, key_id
| sort refused desc""",
    ),
    Query(
        "cold starts",
        DOORS,
        """filter @type = "REPORT" and ispresent(@initDuration)
| stats count(*) as cold, pct(@initDuration, 50) as p50_ms, max(@initDuration) as max_ms by @log
| sort cold desc""",
    ),
    Query(
        "faults of ours",
        DOORS,
        """fields @timestamp, @log, message, exception_name, location, correlation_id, image_id
| filter level in ["ERROR", "WARNING", "CRITICAL"]
| sort @timestamp desc
| limit 100""",
    ),
)
