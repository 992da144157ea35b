from functions.http.visit import visit

EVENT = {
    "path": "/v1/images",
    "headers": {"Host": "abc.execute-api.us-west-2.amazonaws.com"},
    "requestContext": {"path": "/api/v1/images", "requestId": "r-1"},
}


def test_links_begin_with_the_gateways_stage() -> None:
    came = visit(EVENT, "")

    assert came.prefix == "/api"
    assert came.base == "https://abc.execute-api.us-west-2.amazonaws.com/api"


def test_behind_a_domain_of_ones_own_nothing_stands_before_the_path() -> None:
    event = EVENT | {
        "headers": {"host": "img.example.com"},
        "requestContext": {"path": "/v1/images"},
    }

    assert visit(event, "").prefix == ""
    assert visit(event, "").base == "https://img.example.com"


def test_the_public_address_wins() -> None:
    came = visit(EVENT, "http://127.0.0.1:4566/_aws/execute-api/abc/api/")

    assert came.base == "http://127.0.0.1:4566/_aws/execute-api/abc/api"
    assert came.prefix == "/_aws/execute-api/abc/api"
