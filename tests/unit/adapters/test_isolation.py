"""The suite's own walls: no money can be spent and nothing leaves this machine."""

import os
import socket

import boto3
import pytest
from botocore.exceptions import HTTPClientError

ELSEWHERE = ("192.0.2.1", 9)  # RFC 5737: an address for documents, nobody's


def test_a_connection_to_another_machine_is_refused() -> None:
    with socket.socket() as dialling, pytest.raises(RuntimeError, match="only loopback"):
        dialling.connect(ELSEWHERE)


def test_a_packet_to_another_machine_is_refused() -> None:
    with (
        socket.socket(type=socket.SOCK_DGRAM) as sending,
        pytest.raises(RuntimeError, match="only loopback"),
    ):
        sending.sendto(b"hello", ELSEWHERE)


def test_a_name_of_another_machine_is_not_looked_up() -> None:
    with pytest.raises(RuntimeError, match="only loopback"):
        socket.getaddrinfo("bedrock-runtime.us-west-2.amazonaws.com", 443)


def test_a_client_of_aws_does_not_reach_it() -> None:
    with pytest.raises(HTTPClientError, match="only loopback"):
        boto3.client("sts").get_caller_identity()


def test_loopback_is_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as here,
        socket.create_connection(here.getsockname()) as there,
    ):
        assert there.getpeername() == here.getsockname()


def test_no_credentials_but_these_are_at_hand() -> None:
    aws = {name: value for name, value in os.environ.items() if name.startswith("AWS_")}

    assert aws["AWS_ACCESS_KEY_ID"] == "testing"
    assert "AWS_SESSION_TOKEN" not in aws
    assert "AWS_PROFILE" not in aws
    assert "AWS_BEARER_TOKEN_BEDROCK" not in aws
