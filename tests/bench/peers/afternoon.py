"""What one writes in an afternoon: a Lambda of FastAPI, Mangum and boto3.

It promises nothing that Easel promises: no claim, no ledger, no quarantine, no check.
"""

import base64
import json
import time
import uuid

import boto3
from botocore.config import Config
from fastapi import FastAPI
from mangum import Mangum
from pydantic import BaseModel

MODEL = "stability.stable-image-core-v1:1"

app = FastAPI()
once_only = Config(max_pool_connections=64, retries={"max_attempts": 0})
bedrock = boto3.client("bedrock-runtime", config=once_only)
s3 = boto3.client("s3", config=once_only)
signing = boto3.client("s3")
table = boto3.resource("dynamodb", config=once_only).Table("images")


class GenerateRequest(BaseModel):
    prompt: str
    model: str = MODEL
    width: int = 1024
    height: int = 1024
    seed: int = 0
    n: int = 1


@app.post("/generate")
def generate(request: GenerateRequest) -> dict[str, list[dict[str, str]]]:
    body = {"prompt": request.prompt, "aspect_ratio": "1:1", "output_format": "png"}
    reply = bedrock.invoke_model(
        modelId=request.model,
        body=json.dumps({**body, "seed": request.seed}),
        contentType="application/json",
        accept="application/json",
    )
    return {"images": [keep(each, request) for each in json.loads(reply["body"].read())["images"]]}


def keep(encoded: str, request: GenerateRequest) -> dict[str, str]:
    image = base64.b64decode(encoded)
    image_id = str(uuid.uuid4())
    key = f"images/{image_id}.png"
    s3.put_object(Bucket="images", Key=key, Body=image, ContentType="image/png")
    table.put_item(
        Item={
            "id": image_id,
            "created_at": int(time.time()),
            "prompt": request.prompt,
            "model": request.model,
            "width": request.width,
            "height": request.height,
            "seed": request.seed,
            "key": key,
            "size": len(image),
            "status": "COMPLETED",
        }
    )
    where = {"Bucket": "images", "Key": key}
    url = signing.generate_presigned_url("get_object", Params=where, ExpiresIn=3600)
    return {"id": image_id, "url": url}


handler = Mangum(app, lifespan="off")

EVENT = {
    "version": "2.0",
    "routeKey": "POST /generate",
    "rawPath": "/generate",
    "rawQueryString": "",
    "headers": {"content-type": "application/json", "host": "api.example"},
    "requestContext": {
        "http": {
            "method": "POST",
            "path": "/generate",
            "protocol": "HTTP/1.1",
            "sourceIp": "192.0.2.1",
            "userAgent": "bench",
        },
        "stage": "$default",
    },
    "body": json.dumps({"prompt": "a lake at dawn", "seed": 7}),
    "isBase64Encoded": False,
}


def once() -> None:
    answer = handler(json.loads(json.dumps(EVENT)), None)
    assert json.dumps(answer)  # as Lambda's runtime does
    assert answer["statusCode"] == 200
