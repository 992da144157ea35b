"""What outlives every deployment: the table of records and the bucket of files."""

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.stage import Stage


class Table(Construct):
    """One table for all records; keys and items are described in `docs/`.

    Its indexes are sparse: only items that carry their keys are in them. A deploy
    may add or remove one index of a live table, not two (`docs/decisions.md`).
    """

    def __init__(self, scope: Construct, construct_id: str, *, retain: bool) -> None:
        super().__init__(scope, construct_id)
        text = dynamodb.AttributeType.STRING
        self.table = dynamodb.TableV2(
            self,
            "Table",
            partition_key=dynamodb.Attribute(name="PK", type=text),
            sort_key=dynamodb.Attribute(name="SK", type=text),
            billing=dynamodb.Billing.on_demand(),
            point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True
            ),
            time_to_live_attribute="expires_at",
            deletion_protection=retain,
            removal_policy=_removal(retain),
            global_secondary_indexes=[_sparse("gallery"), _sparse("favourites")],
        )


class Bucket(Construct):
    """One private bucket for all files, told apart by prefix."""

    def __init__(
        self, scope: Construct, construct_id: str, *, retain: bool, image_retention_days: int | None
    ) -> None:
        super().__init__(scope, construct_id)
        self.bucket = s3.Bucket(
            self,
            "Bucket",
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            encryption=s3.BucketEncryption.S3_MANAGED,
            enforce_ssl=True,
            minimum_tls_version=1.2,
            removal_policy=_removal(retain),
            # Pages of any origin may show an image whose presigned address they were given, and
            # may send the one file that a signed form allows: the signature is the permission,
            # the origin is not. A form with a file needs no header of its own; a page that
            # watches its progress asks beforehand all the same.
            # https://fetch.spec.whatwg.org/#cors-preflight-fetch checked 2026-11-22
            cors=[
                s3.CorsRule(
                    allowed_methods=[s3.HttpMethods.GET, s3.HttpMethods.HEAD, s3.HttpMethods.POST],
                    allowed_origins=["*"],
                    allowed_headers=["Range"],
                    max_age=3600,
                )
            ],
        )
        self.bucket.add_lifecycle_rule(abort_incomplete_multipart_upload_after=Duration.days(1))
        self._expire(after_days=1, prefixes=("quarantine/", "uploads/", "archives/"))
        if image_retention_days is not None:
            self._expire(
                after_days=image_retention_days, prefixes=("images/", "thumbs/", "inputs/")
            )

    def _expire(self, *, after_days: int, prefixes: tuple[str, ...]) -> None:
        for prefix in prefixes:
            self.bucket.add_lifecycle_rule(prefix=prefix, expiration=Duration.days(after_days))


class StateStack(Stack):
    """Table and bucket, apart from the service so that it can be replaced whole."""

    def __init__(self, scope: Construct, construct_id: str, *, stage: Stage) -> None:
        super().__init__(scope, construct_id, termination_protection=stage.retain)
        self.table = Table(self, "Records", retain=stage.retain).table
        self.bucket = Bucket(
            self,
            "Files",
            retain=stage.retain,
            image_retention_days=stage.image_retention_days,
        ).bucket


def _sparse(name: str) -> dynamodb.GlobalSecondaryIndexPropsV2:
    text = dynamodb.AttributeType.STRING
    return dynamodb.GlobalSecondaryIndexPropsV2(
        index_name=name,
        partition_key=dynamodb.Attribute(name=f"{name}_pk", type=text),
        sort_key=dynamodb.Attribute(name=f"{name}_sk", type=text),
        projection_type=dynamodb.ProjectionType.ALL,
    )


def _removal(retain: bool) -> RemovalPolicy:
    return RemovalPolicy.RETAIN if retain else RemovalPolicy.DESTROY
