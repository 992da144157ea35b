"""What the local emulator drops without a word is asserted here."""

import pytest

from tests.infra.cloud import Cloud

TABLE = "RecordsTableC9B7A30B"
BUCKET = "FilesBucket7C17EE2E"
TABLE_TYPE = "AWS::DynamoDB::GlobalTable"


def test_the_logical_ids_of_what_holds_records_and_files_never_change(dev: Cloud) -> None:
    assert list(dev.all(TABLE_TYPE)) == [TABLE]
    assert list(dev.all("AWS::S3::Bucket")) == [BUCKET]


def test_the_table_has_the_keys_that_the_adapters_spell(dev: Cloud) -> None:
    table = dev.one(TABLE_TYPE)

    assert table["KeySchema"] == [
        {"AttributeName": "PK", "KeyType": "HASH"},
        {"AttributeName": "SK", "KeyType": "RANGE"},
    ]
    assert table["BillingMode"] == "PAY_PER_REQUEST"


def test_galleries_are_indexes_with_whole_items(dev: Cloud) -> None:
    found = dev.one(TABLE_TYPE)["GlobalSecondaryIndexes"]

    assert found == [
        {
            "IndexName": name,
            "KeySchema": [
                {"AttributeName": f"{name}_pk", "KeyType": "HASH"},
                {"AttributeName": f"{name}_sk", "KeyType": "RANGE"},
            ],
            "Projection": {"ProjectionType": "ALL"},
        }
        for name in ("gallery", "favourites")
    ]


def test_items_expire_by_the_attribute_that_the_adapters_write(dev: Cloud) -> None:
    expected = {"AttributeName": "expires_at", "Enabled": True}

    assert dev.one(TABLE_TYPE)["TimeToLiveSpecification"] == expected


def test_the_table_can_be_restored_to_any_point_in_time(dev: Cloud) -> None:
    (replica,) = dev.one(TABLE_TYPE)["Replicas"]

    assert replica["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}


def test_nothing_in_the_bucket_can_become_public(dev: Cloud) -> None:
    blocked = dev.one("AWS::S3::Bucket")["PublicAccessBlockConfiguration"]

    assert set(blocked) == {
        "BlockPublicAcls",
        "BlockPublicPolicy",
        "IgnorePublicAcls",
        "RestrictPublicBuckets",
    }
    assert all(blocked.values())


def test_files_are_encrypted_and_travel_encrypted(dev: Cloud) -> None:
    encryption = dev.one("AWS::S3::Bucket")["BucketEncryption"]
    statements = dev.one("AWS::S3::BucketPolicy")["PolicyDocument"]["Statement"]

    (rule,) = encryption["ServerSideEncryptionConfiguration"]
    assert rule["ServerSideEncryptionByDefault"] == {"SSEAlgorithm": "AES256"}
    denied = [each["Condition"] for each in statements if each["Effect"] == "Deny"]
    assert {"Bool": {"aws:SecureTransport": "false"}} in denied
    assert {"NumericLessThan": {"s3:TlsVersion": 1.2}} in denied


def test_files_expire_by_prefix(dev: Cloud) -> None:
    rules = dev.one("AWS::S3::Bucket")["LifecycleConfiguration"]["Rules"]

    assert all(rule["Status"] == "Enabled" for rule in rules)
    days = {rule["Prefix"]: rule["ExpirationInDays"] for rule in rules if "Prefix" in rule}
    kept = dev.stage.image_retention_days
    a_day = {"quarantine/": 1, "uploads/": 1, "archives/": 1}
    assert days == a_day | {"images/": kept, "thumbs/": kept, "inputs/": kept}
    assert {"AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 1}, "Status": "Enabled"} in (
        rules
    )


def test_pages_of_any_origin_may_do_what_we_sign_for_and_no_more(dev: Cloud) -> None:
    (rule,) = dev.one("AWS::S3::Bucket")["CorsConfiguration"]["CorsRules"]

    assert rule["AllowedMethods"] == ["GET", "HEAD", "POST"]
    assert rule["AllowedOrigins"] == ["*"]
    assert rule["AllowedHeaders"] == ["Range"]


@pytest.mark.parametrize(("stage", "policy"), [("dev", "Retain"), ("local", "Delete")])
def test_a_stage_that_retains_keeps_table_and_bucket_when_its_stack_goes(
    stage: str, policy: str, request: pytest.FixtureRequest
) -> None:
    cloud: Cloud = request.getfixturevalue(stage)

    for name, resource in cloud.resources():
        if name in (TABLE, BUCKET):
            assert resource["DeletionPolicy"] == policy
            assert resource["UpdateReplacePolicy"] == policy
    (replica,) = cloud.one(TABLE_TYPE)["Replicas"]
    assert replica["DeletionProtectionEnabled"] is (policy == "Retain")


def test_no_custom_resource_empties_the_bucket(local: Cloud) -> None:
    assert not [
        kind for _, each in local.resources() if (kind := each["Type"]).startswith("Custom")
    ]
