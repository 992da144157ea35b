"""cdk-nag's findings that we have looked at, each with the reason to accept it.

A finding that is not here fails the synth. Each is accepted where it arises and
nowhere else, so that the same mistake elsewhere is still found.
"""

from collections.abc import Mapping

from aws_cdk import Acknowledgment, App, Validations
from cdk_nag import AwsSolutionsChecks
from constructs import IConstruct

from infra.permissions import ARCHIVES, INPUTS, PUBLISHED, QUARANTINE, UPLOADS
from infra.service import ServiceStack
from infra.stage import Stage
from infra.state import StateStack
from infra.studio import StudioStack

Reasons = Mapping[str, str]

FILES: Reasons = {
    "AwsSolutions-S1": "Every read goes through a presigned address that our API made and logged; "
    "a second bucket of access logs would hold those addresses' signatures.",
}
GATEWAY: Reasons = {
    "AwsSolutions-COG4": "Callers are machines with API keys that our own REQUEST authorizer "
    "checks; there are no users to keep in a Cognito pool.",
    "AwsSolutions-APIG2": "The function validates every body, query and header itself, because "
    "an answer must list all faults by JSON pointer, which the gateway's validator cannot.",
    "AwsSolutions-APIG3": "Stage throttling and per-key limits bound the load; a web ACL is a "
    "monthly price that a stage takes on its own decision.",
    "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/"
    "AmazonAPIGatewayPushToCloudWatchLogs]": "The account's role for API Gateway's logs, which "
    "API Gateway asks for in exactly this form; no code of ours assumes it.",
}
OPEN_METHOD: Reasons = {
    "AwsSolutions-APIG4": "Health, documents and CORS preflights carry no key by their nature; "
    "they read and write no record. A share link's sealed token is its key, which the function "
    "checks before it reads anything.",
}
FUNCTION: Reasons = {
    "AwsSolutions-IAM5[Resource::*]": "xray:PutTraceSegments and xray:PutTelemetryRecords know "
    "no resources; no other statement of the role names *.",
}
CARETAKER: Reasons = {
    "AwsSolutions-IAM5[Resource::*]": "xray:PutTraceSegments, xray:PutTelemetryRecords and "
    "bedrock:ListFoundationModels know no resources (AWS: Service Authorization Reference, "
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html); "
    "no other statement of the role names *.",
}
STUDIO_DOOR: Reasons = {
    "AwsSolutions-EC23": "The one public port is 443, and the load balancer forwards nobody who "
    "has not signed in at the stage's own provider.",
    "AwsSolutions-ELB2": "What a studio's user does is in the API's access log by tenant; a second "
    "log would hold sign-in codes in its query strings.",
}
STUDIO_NETWORK: Reasons = {
    "AwsSolutions-VPC7": "Two public subnets hold one load balancer, and tasks that only it may "
    "reach; a flow log is a price by packet that a stage takes on its own decision.",
}
STUDIO_TASK: Reasons = {
    "AwsSolutions-ECS2": "The API's address and the load balancer's ARN are no secrets; the keys "
    "come from Secrets Manager.",
    "AwsSolutions-IAM5[Resource::*]": "ecr:GetAuthorizationToken knows no resources (AWS: Service "
    "Authorization Reference); no other statement of the role names *.",
}
PREFIX = (
    "Objects are named after tenants and images, so a role is given prefixes, never the bucket."
)
HOST_RUNTIME: Reasons = {
    "AwsSolutions-L1": "This stage runs on the Python of the machine that synthesises it, "
    "whatever the template says.",
}


def watch(app: App, *, stage: Stage, state: StateStack, service: ServiceStack) -> None:
    """Make the synth fail on findings that are not accepted above."""
    Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    _accept(state.bucket, FILES)
    _accept(service.gateway, GATEWAY)
    for method in service.gateway.open_methods:
        _accept(method, OPEN_METHOD)
    for name, function in service.functions.items():
        everywhere = CARETAKER if name == "Caretaker" else FUNCTION
        _accept(function, {**everywhere, **_prefixes(state)})
        if stage.runtime == "host":
            _accept(function, HOST_RUNTIME)


def accept_studio(studio: StudioStack) -> None:
    """Accept what hosting a studio brings with it."""
    _accept(studio.balancer, STUDIO_DOOR)
    _accept(studio.network, STUDIO_NETWORK)
    _accept(studio.task, STUDIO_TASK)


def _prefixes(state: StateStack) -> Reasons:
    # cdk-nag names an imported value by its export; asking for the export pins it as well.
    arn = state.resolve(state.export_value(state.bucket.bucket_arn))["Fn::ImportValue"]
    prefixes = (*PUBLISHED, *ARCHIVES, *QUARANTINE, *UPLOADS, *INPUTS)
    return {f"AwsSolutions-IAM5[Resource::{arn}/{each}]": PREFIX for each in prefixes}


def _accept(scope: IConstruct, reasons: Reasons) -> None:
    Validations.of(scope).acknowledge(
        *(Acknowledgment(id=f"AwsSolutions::{rule}", reason=why) for rule, why in reasons.items())
    )
