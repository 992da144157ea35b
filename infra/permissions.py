"""Who may do what: one function for each door, on one screen.

Statements are narrower than CDK's grants, which add what nobody here calls
(`dynamodb:Scan`, `s3:GetObjectVersion`). A transaction is authorised by the
actions of its items.
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
"""

from collections.abc import Iterator, Mapping, Sequence

from aws_cdk import ArnFormat, Stack
from aws_cdk import aws_iam as iam

from functions.catalogue import CATALOGUE
from functions.catalogue.spec import ModelSpec
from functions.domain.writing import TextModel
from functions.settings import Settings
from infra.deployment import Deployment

KEYS = ("KEY#*",)
RECORDS = ("TENANT#*", "DUE#*")
LISTINGS = ("LIFECYCLE#*",)
SHARES = ("SECRET#*",)
IMAGES = "images/*"
PUBLISHED = (IMAGES, "thumbs/*")
ARCHIVES = ("archives/*",)
QUARANTINE = ("quarantine/*",)
UPLOADS = ("uploads/*",)
INPUTS = ("inputs/*",)
INDEXES = ("gallery", "favourites")
WRITES = ("PutItem", "UpdateItem", "DeleteItem")


def of_authorizer(deployment: Deployment) -> Sequence[iam.PolicyStatement]:
    """Look a key up by the hash of its secret, and read nothing else."""
    return (_items(deployment, KEYS, "GetItem"),)


def of_darkroom(deployment: Deployment) -> Sequence[iam.PolicyStatement]:
    """Read pictures whose keys it was told; it may not even ask which there are."""
    return (_objects(deployment, (*UPLOADS, *INPUTS, IMAGES), "GetObject"),)


def of_api(deployment: Deployment, *, darkroom: str) -> Sequence[iam.PolicyStatement]:
    """Keep records, make links to what is published, delete, and queue work.

    It does not decode pictures: it asks the function at the ARN `darkroom`.

    Who signs the form of an upload must be allowed the upload itself, and who copies
    a picture must be allowed to read it.
    https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
    https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html checked 2026-11-22
    """
    reads = ("GetItem", "BatchGetItem", "Query", "ConditionCheckItem")
    readable = (*PUBLISHED, *ARCHIVES, *UPLOADS, *INPUTS)
    return (
        _items(deployment, RECORDS, *reads, *WRITES),
        _items(deployment, LISTINGS, "GetItem"),
        _items(deployment, SHARES, "GetItem", "PutItem"),
        _objects(deployment, readable, "GetObject"),
        _objects(deployment, (*ARCHIVES, *UPLOADS, *INPUTS), "PutObject"),
        _objects(deployment, (*PUBLISHED, *ARCHIVES, *QUARANTINE, *INPUTS), "DeleteObject"),
        _names(deployment, readable),
        _send(deployment),
        iam.PolicyStatement(actions=["lambda:InvokeFunction"], resources=[darkroom]),
        *_writing(deployment),
    )


def of_painter(deployment: Deployment) -> Sequence[iam.PolicyStatement]:
    """Paint: the only door that may invoke a model as well, see `invoking`."""
    return (
        _items(deployment, RECORDS, "GetItem", "Query", *WRITES),
        _objects(deployment, (*PUBLISHED, *QUARANTINE), "PutObject", "DeleteObject"),
        _objects(deployment, (IMAGES, *QUARANTINE, *INPUTS), "GetObject"),
        _names(deployment, (IMAGES, *QUARANTINE, *INPUTS)),
        _send(deployment),
    )


def of_caretaker(deployment: Deployment) -> Sequence[iam.PolicyStatement]:
    """Bring back what is owed, and follow what Bedrock says of models' lives.

    ListFoundationModels knows no resources, so it takes `*` and no less:
    https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
    """
    return (
        _items(deployment, RECORDS, "GetItem", "Query", *WRITES),
        _items(deployment, LISTINGS, "GetItem", "PutItem", "UpdateItem"),
        iam.PolicyStatement(actions=["bedrock:ListFoundationModels"], resources=["*"]),
        _objects(deployment, (*PUBLISHED, *ARCHIVES, *QUARANTINE, *INPUTS), "DeleteObject"),
        _names(deployment, (*ARCHIVES, *INPUTS)),
        _send(deployment),
    )


def invoking(stack: Stack, *, settings: Settings) -> iam.PolicyStatement:
    """Pay for images of every model that a deployment can call."""
    arns = model_arns(stack, settings=settings)
    return iam.PolicyStatement(actions=["bedrock:InvokeModel"], resources=list(arns))


def model_arns(stack: Stack, *, settings: Settings) -> Sequence[str]:
    """Return the ARNs that a deployment needs to call its models.

    Of a model behind an inference profile, that is the profile where it is called, and
    the model itself in every Region that the profile may send the call to.
    https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
    """
    return [
        arn
        for model, region in callable_models(settings).items()
        for arn in _arns(stack, CATALOGUE[model], region)
    ]


def callable_models(settings: Settings) -> Mapping[str, str]:
    """Return the Region of each of the catalogue's models that a deployment can call.

    Retired is what the catalogue's row says, not what today's date makes of it:
    a synth must not change its result overnight. A stage that substitutes calls
    successors only, so it needs no more than one that refuses.
    """
    regions = (settings.bedrock_region, *settings.other_bedrock_regions)
    served = [
        spec
        for spec in CATALOGUE.values()
        if settings.on_retired == "serve" or spec.lifecycle.state != "retired"
    ]
    places = {
        spec.id: next((each for each in regions if each in spec.regions), None) for spec in served
    }
    return {model: region for model, region in places.items() if region}


def text_model_arns(stack: Stack, *, settings: Settings) -> Sequence[str]:
    """Return the ARNs that a deployment needs to call its text model; none without one.

    Converse is authorised as InvokeModel.
    https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
    """
    model, here = TextModel.of(settings.text_model), settings.bedrock_region
    if model is None:
        return []
    if not model.profile_of:
        return [_arn(stack, "foundation-model", model.id, here, account="")]
    return [
        _arn(stack, "inference-profile", model.id, here, account=stack.account),
        *(
            _arn(stack, "foundation-model", model.profile_of, each, account="")
            for each in model.regions or (here,)
        ),
    ]


def _writing(deployment: Deployment) -> Iterator[iam.PolicyStatement]:
    """Pay for the stage's one text model, when a client asks for it."""
    stack = Stack.of(deployment.table)
    if arns := text_model_arns(stack, settings=deployment.settings):
        yield iam.PolicyStatement(actions=["bedrock:InvokeModel"], resources=list(arns))


def _arns(stack: Stack, spec: ModelSpec, region: str) -> Iterator[str]:
    if spec.profile_of:
        yield _arn(stack, "inference-profile", spec.id, region, account=stack.account)
    for each in spec.regions if spec.profile_of else (region,):
        yield _arn(stack, "foundation-model", spec.foundation, each, account="")


def _arn(stack: Stack, resource: str, name: str, region: str, *, account: str) -> str:
    return stack.format_arn(
        service="bedrock",
        region=region,
        account=account,
        resource=resource,
        resource_name=name,
        arn_format=ArnFormat.SLASH_RESOURCE_NAME,
    )


def _items(deployment: Deployment, partitions: Sequence[str], *verbs: str) -> iam.PolicyStatement:
    # Doors that work on records can neither read nor write a key, and the other way round.
    arn = deployment.table.table_arn
    indexes = [f"{arn}/index/{name}" for name in INDEXES] if "Query" in verbs else []
    return iam.PolicyStatement(
        actions=[f"dynamodb:{verb}" for verb in verbs],
        resources=[arn, *indexes],
        conditions={"ForAllValues:StringLike": {"dynamodb:LeadingKeys": list(partitions)}},
    )


def _objects(deployment: Deployment, prefixes: Sequence[str], *verbs: str) -> iam.PolicyStatement:
    return iam.PolicyStatement(
        actions=[f"s3:{verb}" for verb in verbs],
        resources=[deployment.bucket.arn_for_objects(prefix) for prefix in prefixes],
    )


def _names(deployment: Deployment, prefixes: Sequence[str]) -> iam.PolicyStatement:
    # Asked for what is not there, S3 says 404 to those who may list the bucket and 403 to
    # others. Such a request carries no prefix, hence IfExists.
    # https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
    return iam.PolicyStatement(
        actions=["s3:ListBucket"],
        resources=[deployment.bucket.bucket_arn],
        conditions={"StringLikeIfExists": {"s3:prefix": list(prefixes)}},
    )


def _send(deployment: Deployment) -> iam.PolicyStatement:
    # AWS authorises a batch by `sqs:SendMessage`; the local emulator asks for the call's own
    # name, which AWS does not know and so cannot be used for anything.
    # https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
    return iam.PolicyStatement(
        actions=["sqs:SendMessage", "sqs:SendMessageBatch"],
        resources=[deployment.queue.queue_arn],
    )
