"""Who may do what: one function for each door, on one screen.

Statements are narrower than CDK's grants, which add what nobody here calls
(`dynamodb:Scan`, `s3:GetObjectVersion`, `s3:List*`). A transaction is authorised
by the actions of its items.
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aws_cdk import ArnFormat, Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_iam as iam
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_sqs as sqs

from functions.catalogue import CATALOGUE
from functions.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What the doors work on."""

    table: dynamodb.ITableV2
    bucket: s3.IBucket
    queue: sqs.IQueue


PUBLISHED = ("images/*", "thumbs/*")
QUARANTINE = ("quarantine/*",)


def of_authorizer(reach: Reach) -> Sequence[iam.PolicyStatement]:
    """Look a key up by the hash of its secret, and read nothing else."""
    return (
        iam.PolicyStatement(
            actions=["dynamodb:GetItem"],
            resources=[reach.table.table_arn],
            conditions={"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["KEY#*"]}},
        ),
    )


def of_api(reach: Reach) -> Sequence[iam.PolicyStatement]:
    """Keep records, make links to what is published, delete, and queue work."""
    return (
        _records(reach.table),
        _objects(reach.bucket, PUBLISHED, "GetObject"),
        _objects(reach.bucket, (*PUBLISHED, *QUARANTINE), "DeleteObject"),
        _send(reach.queue),
    )


def of_painter(reach: Reach, *, models: Sequence[str]) -> Sequence[iam.PolicyStatement]:
    """Pay for images: the only door that may invoke a model."""
    return (
        _records(reach.table),
        _objects(reach.bucket, (*PUBLISHED, *QUARANTINE), "GetObject", "PutObject", "DeleteObject"),
        _list(reach.bucket, QUARANTINE),
        _send(reach.queue),
        iam.PolicyStatement(actions=["bedrock:InvokeModel"], resources=list(models)),
    )


def of_caretaker(reach: Reach) -> Sequence[iam.PolicyStatement]:
    """Bring back what is owed: read and settle records, look into quarantine."""
    return (
        _records(reach.table),
        _objects(reach.bucket, QUARANTINE, "GetObject", "DeleteObject"),
        _list(reach.bucket, QUARANTINE),
        _send(reach.queue),
    )


def model_arns(stack: Stack, *, settings: Settings) -> Sequence[str]:
    """Return the ARNs of the models that this deployment may call."""
    return [
        stack.format_arn(
            service="bedrock",
            region=settings.bedrock_region,
            account="",
            resource="foundation-model",
            resource_name=model,
            arn_format=ArnFormat.SLASH_RESOURCE_NAME,
        )
        for model in callable_models(settings)
    ]


def callable_models(settings: Settings) -> Iterator[str]:
    """Yield the ids of the catalogue's models that a deployment can call.

    Whether a model is retired is read from its published state, not from
    today's date: a synth must not change its result overnight.
    """
    for spec in CATALOGUE.values():
        here = settings.bedrock_region in spec.regions
        if here and (spec.lifecycle.state != "retired" or settings.on_retired == "serve"):
            yield spec.id


def _records(table: dynamodb.ITableV2) -> iam.PolicyStatement:
    verbs = ("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem")
    return iam.PolicyStatement(
        actions=[f"dynamodb:{verb}" for verb in (*verbs, "ConditionCheckItem")],
        resources=[table.table_arn, f"{table.table_arn}/index/gallery"],
    )


def _objects(bucket: s3.IBucket, prefixes: Sequence[str], *verbs: str) -> iam.PolicyStatement:
    return iam.PolicyStatement(
        actions=[f"s3:{verb}" for verb in verbs],
        resources=[bucket.arn_for_objects(prefix) for prefix in prefixes],
    )


def _list(bucket: s3.IBucket, prefixes: Sequence[str]) -> iam.PolicyStatement:
    return iam.PolicyStatement(
        actions=["s3:ListBucket"],
        resources=[bucket.bucket_arn],
        conditions={"StringLike": {"s3:prefix": list(prefixes)}},
    )


def _send(queue: sqs.IQueue) -> iam.PolicyStatement:
    return iam.PolicyStatement(actions=["sqs:SendMessage"], resources=[queue.queue_arn])
