"""Every end of a call has a word; nothing is sent twice; no reply is believed too early.

A server on loopback answers, so that botocore parses what it would parse on AWS.
"""

import base64
import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import (
    ConnectTimeoutError,
    CredentialRetrievalError,
    EndpointConnectionError,
    NoCredentialsError,
    ParamValidationError,
    PartialCredentialsError,
    ProxyConnectionError,
    ReadTimeoutError,
)
from hypothesis import given
from hypothesis import strategies as st

from functions.adapters.bedrock import BedrockImageModel
from functions.catalogue import CATALOGUE
from functions.domain.call import Reply
from functions.domain.outcome import CallFailed
from tests.samples import CORE, a_call

PNG = base64.b64encode(b"picture").decode()
GOOD = {"seeds": [7], "finish_reasons": [None], "images": [PNG]}


class Server:
    """Bedrock's place: says what it is told to, and keeps what it was asked."""

    def __init__(self) -> None:
        self.status, self.headers, self.body = 200, dict[str, str](), json.dumps(GOOD).encode()
        self.cut: int | None = None
        self.asked: list[tuple[str, dict[str, str], Any]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                asked = json.loads(self.rfile.read(length))
                outer.asked.append((self.path, dict(self.headers), asked))
                self.send_response(outer.status)
                self.send_header("x-amzn-RequestId", "req-9")
                for name, value in outer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(outer.body)))
                self.end_headers()
                self.wfile.write(outer.body[: outer.cut])

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.http.serve_forever, args=(0.01,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.http.server_port}"


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.thread.start()
    yield server
    server.http.shutdown()
    server.http.server_close()
    server.thread.join()


def model_at(url: str) -> BedrockImageModel:
    config = Config(
        retries={"total_max_attempts": 1}, connect_timeout=2, read_timeout=2, proxies={}
    )
    client = boto3.client("bedrock-runtime", endpoint_url=url, config=config)
    return BedrockImageModel({"us-west-2": client}, CATALOGUE)


def failure(model: BedrockImageModel, **changes: Any) -> CallFailed:
    with pytest.raises(CallFailed) as failed:
        model.invoke(a_call(**changes), "us-west-2", attempt_id="a1")
    return failed.value


def test_a_picture_comes_back_with_its_seed_and_aws_id(server: Server) -> None:
    reply = model_at(server.url).invoke(a_call(), "us-west-2", attempt_id="a1")

    assert reply == Reply(b"picture", seed=7, request_id="req-9")


@pytest.mark.parametrize(
    ("correlation_id", "labels"),
    [
        ("req-1", {"easel-attempt": "a1", "easel-correlation": "req-1"}),
        ("", {"easel-attempt": "a1"}),
    ],
)
def test_bedrocks_invocation_logs_can_be_tied_to_ours(
    correlation_id: str, labels: dict[str, str], server: Server
) -> None:
    model_at(server.url).invoke(
        a_call(), "us-west-2", attempt_id="a1", correlation_id=correlation_id
    )

    [(_, headers, _)] = server.asked
    assert json.loads(headers["X-Amzn-Bedrock-Request-Metadata"]) == labels


def test_a_call_is_asked_for_as_invoke_model_wants_it(server: Server) -> None:
    call = a_call()
    model_at(server.url).invoke(call, "us-west-2", attempt_id="a1")

    [(path, headers, body)] = server.asked
    assert path == "/model/stability.stable-image-core-v1%3A1/invoke"
    assert headers["Content-Type"] == headers["Accept"] == "application/json"
    assert body == CATALOGUE[CORE].encode(call, {})


def test_a_withheld_picture_is_a_reply_with_its_reason(server: Server) -> None:
    server.body = b'{"finish_reasons": ["Filter reason: prompt"]}'

    reply = model_at(server.url).invoke(a_call(), "us-west-2", attempt_id="a1")

    assert reply == Reply(None, reason="Filter reason: prompt", request_id="req-9")


ERRORS = [
    ("ValidationException", 400, "refused"),
    ("ServiceQuotaExceededException", 400, "refused"),
    ("AccessDeniedException", 403, "refused"),
    ("ResourceNotFoundException", 404, "refused"),
    ("ModelTimeoutException", 408, "interrupted"),
    ("ModelErrorException", 424, "interrupted"),
    ("ThrottlingException", 429, "throttled"),
    ("ModelNotReadyException", 429, "throttled"),
    ("InternalServerException", 500, "interrupted"),
    ("ServiceUnavailableException", 503, "interrupted"),
    ("ThrottlingException", 400, "throttled"),
    ("SomethingNew", 400, "refused"),
    ("SomethingNew", 408, "interrupted"),
    ("SomethingNew", 424, "interrupted"),
    ("SomethingNew", 429, "throttled"),
    ("SomethingNew", 502, "interrupted"),
]


@pytest.mark.parametrize(("code", "status", "outcome"), ERRORS)
def test_each_error_has_its_outcome_and_bedrocks_words(
    server: Server, code: str, status: int, outcome: str
) -> None:
    server.status, server.headers = status, {"x-amzn-ErrorType": code}
    server.body = b'{"message": "its words"}'

    failed = failure(model_at(server.url))

    assert failed.outcome == outcome
    assert failed.detail == f"{code}: its words"
    assert failed.request_id == "req-9"


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (400, "refused"),
        (408, "interrupted"),
        (413, "refused"),
        (429, "throttled"),
        (502, "interrupted"),
    ],
)
def test_an_error_that_is_not_bedrocks_is_judged_by_its_status(
    server: Server, status: int, outcome: str
) -> None:
    server.status, server.body = status, b"<html>a proxy's page</html>"

    assert failure(model_at(server.url)).outcome == outcome


def test_a_prompt_that_amazons_filters_block_is_not_an_ordinary_refusal(server: Server) -> None:
    server.status, server.headers = 400, {"x-amzn-ErrorType": "ValidationException"}
    server.body = b'{"message": "This request has been blocked by our content filters."}'

    assert failure(model_at(server.url)).outcome == "blocked"


def test_an_inference_error_under_200_may_have_been_billed(server: Server) -> None:
    server.body = b'{"finish_reasons": ["Inference error"]}'

    failed = failure(model_at(server.url))

    assert (failed.outcome, failed.detail, failed.request_id) == (
        "interrupted",
        "Inference error",
        "req-9",
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'"text"',
        b"{}",
        b'{"images": [null]}',
        b'{"images": ["not base64!"]}',
        b'{"images": [7]}',
        b'{"images": {"a": 1}}',
        b'{"finish_reasons": 7}',
        b'{"finish_reasons": {"a": 1}}',
        b"[" * 100_000,
    ],
)
def test_a_200_that_cannot_be_read_is_paid_and_says_so(server: Server, body: bytes) -> None:
    server.body = body

    failed = failure(model_at(server.url))

    assert (failed.outcome, failed.request_id) == ("unreadable", "req-9")


def test_a_reply_that_is_cut_may_have_been_billed(server: Server) -> None:
    server.cut = 10

    assert failure(model_at(server.url)).outcome == "interrupted"


def test_a_call_is_made_once_whatever_comes_back(server: Server) -> None:
    server.status = 503

    failure(model_at(server.url))

    assert len(server.asked) == 1


def test_where_nobody_listens_nothing_was_sent() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    assert failure(model_at(f"http://127.0.0.1:{port}")).outcome == "not_sent"


class Raising:
    """A client whose every call ends in one error."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def invoke_model(self, **_: Any) -> Any:
        raise self.error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (EndpointConnectionError(endpoint_url="x"), "not_sent"),
        (ConnectTimeoutError(endpoint_url="x"), "not_sent"),
        (ProxyConnectionError(proxy_url="x"), "not_sent"),
        (NoCredentialsError(), "not_sent"),
        (PartialCredentialsError(provider="x", cred_var="y"), "not_sent"),
        (CredentialRetrievalError(provider="x", error_msg="y"), "not_sent"),
        (ParamValidationError(report="x"), "not_sent"),
        (ReadTimeoutError(endpoint_url="x"), "interrupted"),
        (ConnectionResetError("x"), "interrupted"),
        (TimeoutError("x"), "interrupted"),
    ],
)
def test_what_broke_before_sending_is_told_from_what_broke_after(
    error: Exception, outcome: str
) -> None:
    model = BedrockImageModel({"us-west-2": Raising(error)}, CATALOGUE)

    assert failure(model).outcome == outcome


@pytest.mark.parametrize(
    "breaking",
    [
        lambda model: model.invoke(a_call(), "eu-west-1", attempt_id="a1"),
        lambda model: model.invoke(
            a_call(model="gone.from-the-catalogue-v1"), "us-west-2", attempt_id="a1"
        ),
    ],
)
def test_what_this_painter_cannot_call_is_refused_unsent(
    breaking: Callable[[BedrockImageModel], Reply],
) -> None:
    model = BedrockImageModel({"us-west-2": Raising(AssertionError("it was sent"))}, CATALOGUE)

    with pytest.raises(CallFailed) as failed:
        breaking(model)

    assert failed.value.outcome == "refused"


class Answering:
    """A client that answers 200 with any body."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def invoke_model(self, **_: Any) -> Any:
        return {"body": BytesIO(self.body), "ResponseMetadata": {"RequestId": "req-9"}}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
BODIES = st.dictionaries(
    st.sampled_from(["images", "seeds", "finish_reasons", "artifacts", "error", "x"]), JSON
)


PAINTS_FROM_WORDS = [name for name, spec in CATALOGUE.items() if "text_to_image" in spec.tasks]


@given(st.sampled_from(PAINTS_FROM_WORDS), BODIES)
def test_whatever_a_200_says_it_is_a_reply_or_a_failed_call(name: str, body: Any) -> None:
    client = Answering(json.dumps(body).encode())
    call = a_call(model=name, parameters={"quality": "standard", "steps": 30})
    needs_two = "style-transfer" in name  # and writes both, whatever the task
    pictures = {"image": "aW1hZ2U=", "style_image": "c3R5bGU="} if needs_two else {}
    try:
        reply = BedrockImageModel({"us-west-2": client}, CATALOGUE).invoke(
            call, "us-west-2", attempt_id="a1", pictures=pictures
        )
        ended = "withheld" if reply.raw is None else "picture"
    except CallFailed as failed:
        ended = failed.outcome

    assert ended in ("picture", "withheld", "unreadable", "interrupted")


def test_a_reply_beyond_the_services_limit_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("functions.adapters.bedrock.MOST_REPLY_BYTES", 1000)
    model = BedrockImageModel({"us-west-2": Answering(b"x" * 1001)}, CATALOGUE)

    with pytest.raises(CallFailed, match="more than 1,000 bytes") as failed:
        model.invoke(a_call(), "us-west-2", attempt_id="a1")

    assert failed.value.outcome == "unreadable"
