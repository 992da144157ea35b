"""The SDK's floor: one `invoke_model` by boto3, its reply read and dropped."""

import json

import boto3

bedrock = boto3.client("bedrock-runtime")


def once() -> None:
    body = {"prompt": "a lake at dawn", "aspect_ratio": "1:1", "output_format": "png", "seed": 7}
    answer = bedrock.invoke_model(modelId="stability.stable-image-core-v1:1", body=json.dumps(body))
    assert len(answer["body"].read()) > 1_000_000
