"""The gateway: the one public door, and what it says when nobody is behind it."""

import json
from collections.abc import Mapping

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.log import Log
from infra.refusals import REFUSALS
from infra.stage import Stage

OPEN = ("healthz", "docs", "openapi.json")
"""Paths that need no key."""

SHARED, NAMED, SHARED_BY = "shared", "{file}", ("GET", "HEAD", "OPTIONS")
"""Share links bring a token instead, which the function checks. It travels in the query:
a path would hold it in our access log, our traces, and those of all in between. What a
path names is the picture's file, for programs that read an address's ending."""

ACCESS_LOG: Mapping[str, str] = {
    "request_id": "$context.requestId",
    "trace": "$context.xrayTraceId",
    "time": "$context.requestTimeEpoch",
    "tenant": "$context.authorizer.tenant",
    "source_ip": "$context.identity.sourceIp",
    "method": "$context.httpMethod",
    "path": "$context.path",
    "status": "$context.status",
    "response_bytes": "$context.responseLength",
    "latency_ms": "$context.responseLatency",
    "function_ms": "$context.integrationLatency",
    "authorizer_ms": "$context.authorizer.latency",
    "refused_as": "$context.error.responseType",
}
"""No query strings: a share link's token is one. No headers: the key is one."""


class Gateway(Construct):
    """A regional REST API before the two functions that answer it.

    Attributes:
        rest_api: The API; its stage is called `api`.
        open_methods: Those that need no key.
        access_log: One line a request, also of those that never reach a function.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        stage: Stage,
        api: lambda_.Function,
        authorizer: lambda_.Function,
    ) -> None:
        super().__init__(scope, construct_id)
        self.access_log = Log(self, "AccessLog", stage=stage)
        self.rest_api = apigateway.RestApi(
            self,
            "RestApi",
            # Metrics are told apart by this name alone, so stages must not share it.
            rest_api_name=Stack.of(self).stack_name,
            description=f"Easel, stage {stage.name}",
            endpoint_types=[apigateway.EndpointType.REGIONAL],
            binary_media_types=["*/*"],
            cloud_watch_role=True,
            # The role is the account's, shared by every API in the Region.
            cloud_watch_role_removal_policy=RemovalPolicy.RETAIN,
            deploy_options=_deployment(stage, self.access_log),
        )
        door = apigateway.LambdaIntegration(api, scope_permission_to_method=False)  # pyright: ignore[reportArgumentType]
        self.open_methods = self._route(door, self._keeper(authorizer))
        for kind, refusal in REFUSALS.items():
            refusal.add_to(self.rest_api, kind)

    def _keeper(self, function: lambda_.Function) -> apigateway.RequestAuthorizer:
        # Without an identity source and a cache: a key comes in one of two headers, and a
        # revoked one must not live on in the gateway. The function keeps its own cache.
        return apigateway.RequestAuthorizer(
            self,
            "Authorizer",
            handler=function,  # pyright: ignore[reportArgumentType]
            identity_sources=[],
            results_cache_ttl=Duration.seconds(0),
        )

    def _route(
        self, integration: apigateway.Integration, keeper: apigateway.IAuthorizer
    ) -> list[apigateway.Method]:
        root = self.rest_api.root
        rest = root.add_resource("{proxy+}")
        rest.add_method(
            "ANY",
            integration,
            authorizer=keeper,
            authorization_type=apigateway.AuthorizationType.CUSTOM,
        )
        open_methods = [root.add_resource(path).add_method("GET", integration) for path in OPEN]
        shared = root.add_resource(SHARED)
        for place in (shared, shared.add_resource(NAMED)):
            open_methods += [place.add_method(method, integration) for method in SHARED_BY]
        return [*open_methods, rest.add_method("OPTIONS", integration)]


def _deployment(stage: Stage, log: Log) -> apigateway.StageOptions:
    return apigateway.StageOptions(
        stage_name="api",
        tracing_enabled=True,
        logging_level=apigateway.MethodLoggingLevel.ERROR,
        data_trace_enabled=False,
        throttling_rate_limit=stage.requests_per_second,
        throttling_burst_limit=stage.request_burst,
        access_log_destination=apigateway.LogGroupLogDestination(log),
        access_log_format=apigateway.AccessLogFormat.custom(json.dumps(ACCESS_LOG)),
    )
