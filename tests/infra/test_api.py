import json

import pytest

from tests.infra.cloud import Cloud, Properties


def methods(cloud: Cloud) -> dict[str, Properties]:
    places = cloud.all("AWS::ApiGateway::Resource")

    def path(name: str) -> str:
        above = places[name]["ParentId"].get("Ref", "")
        return f"{path(above) if above else ''}/{places[name]['PathPart']}"

    return {
        f"{each['HttpMethod']} {path(each['ResourceId']['Ref'])}": each
        for each in cloud.all("AWS::ApiGateway::Method").values()
    }


def test_the_gateway_is_regional_and_takes_any_bytes(dev: Cloud) -> None:
    api = dev.one("AWS::ApiGateway::RestApi")

    assert api["EndpointConfiguration"] == {"Types": ["REGIONAL"]}
    assert api["BinaryMediaTypes"] == ["*/*"]


def test_the_gateway_s_metrics_are_the_stage_s_own(dev: Cloud, local: Cloud) -> None:
    names = {cloud.one("AWS::ApiGateway::RestApi")["Name"] for cloud in (dev, local)}

    assert names == {"Easel-dev-Service", "Easel-local-Service"}


def test_everything_needs_a_key_but_health_documents_preflights_and_share_links(dev: Cloud) -> None:
    asked = {name: each["AuthorizationType"] for name, each in methods(dev).items()}

    assert asked == {
        "ANY /{proxy+}": "CUSTOM",
        "OPTIONS /{proxy+}": "NONE",
        "GET /healthz": "NONE",
        "GET /docs": "NONE",
        "GET /openapi.json": "NONE",
        "GET /shared": "NONE",
        "HEAD /shared": "NONE",
        "OPTIONS /shared": "NONE",
        "GET /shared/{file}": "NONE",
        "HEAD /shared/{file}": "NONE",
        "OPTIONS /shared/{file}": "NONE",
    }


def test_every_method_is_answered_by_the_api_function(dev: Cloud) -> None:
    for method in methods(dev).values():
        assert method["Integration"]["Type"] == "AWS_PROXY"
        assert "ApiFunction" in str(method["Integration"]["Uri"])


def test_every_request_reaches_the_authorizer_whatever_its_headers(dev: Cloud) -> None:
    authorizer = dev.one("AWS::ApiGateway::Authorizer")

    assert authorizer["Type"] == "REQUEST"
    assert authorizer["AuthorizerResultTtlInSeconds"] == 0
    assert not authorizer.get("IdentitySource")


def test_the_stage_is_called_api_and_is_traced(dev: Cloud) -> None:
    stage = dev.one("AWS::ApiGateway::Stage")

    assert (stage["StageName"], stage["TracingEnabled"]) == ("api", True)


def test_the_stage_is_throttled_and_logs_failures_without_bodies(dev: Cloud) -> None:
    (everything,) = dev.one("AWS::ApiGateway::Stage")["MethodSettings"]

    assert everything == {
        "DataTraceEnabled": False,
        "HttpMethod": "*",
        "LoggingLevel": "ERROR",
        "ResourcePath": "/*",
        "ThrottlingBurstLimit": dev.stage.request_burst,
        "ThrottlingRateLimit": dev.stage.requests_per_second,
    }


def test_every_request_leaves_a_line_of_json_that_forgets(dev: Cloud) -> None:
    setting = dev.one("AWS::ApiGateway::Stage")["AccessLogSetting"]
    log = dev.all("AWS::Logs::LogGroup")[setting["DestinationArn"]["Fn::GetAtt"][0]]

    assert {"status", "latency_ms", "request_id", "path"} <= set(json.loads(setting["Format"]))
    assert log["RetentionInDays"] == 14


def test_a_share_link_s_token_is_in_no_path_that_is_logged(dev: Cloud) -> None:
    setting = dev.one("AWS::ApiGateway::Stage")["AccessLogSetting"]
    shared = [
        each for each in dev.all("AWS::ApiGateway::Resource").values() if "share" in str(each)
    ]

    # `$context.path` has no query, and what stands below `/shared` is the name of a file.
    assert json.loads(setting["Format"])["path"] == "$context.path"
    assert [each["PathPart"] for each in shared] == ["shared", "{file}"]


@pytest.mark.parametrize("secret", ["header", "querystring", "queryString", "requestOverride"])
def test_the_access_log_cannot_hold_a_key_or_a_share_link_s_token(secret: str, dev: Cloud) -> None:
    assert secret not in dev.one("AWS::ApiGateway::Stage")["AccessLogSetting"]["Format"]


def test_the_account_s_log_role_stays_when_the_stack_goes(dev: Cloud) -> None:
    kept = {
        resource["Type"]
        for name, resource in dev.resources()
        if name.startswith(("GatewayRestApiCloudWatchRole", "GatewayRestApiAccount"))
        and resource["DeletionPolicy"] == "Retain"
    }

    assert kept == {"AWS::IAM::Role", "AWS::ApiGateway::Account"}
