"""What one writes in an afternoon: a Lambda of FastAPI, Mangum and boto3.

It promises nothing that Easel promises: no claim, no ledger, no quarantine, no check.
"""

import base64
import json
import time
import uuid

import boto3
from fastapi import FastAPI
from mangum import Mangum
from pydantic import BaseModel

MODEL = "stability.stable-image-core-v1:1"

app = FastAPI()
bedrock = boto3.client("bedrock-runtime")
s3 = boto3.client("s3")
table = boto3.resource("dynamodb").Table("images")


class GenerateRequest(BaseModel):
    prompt: str
    aspect_ratio: str = "1:1"
    seed: int = 0


@app.post("/generate")
def generate(request: GenerateRequest) -> dict[str, str]:
    reply = bedrock.invoke_model(modelId=MODEL, body=request.model_dump_json())
    image = base64.b64decode(json.loads(reply["body"].read())["images"][0])
    image_id = str(uuid.uuid4())
    key = f"images/{image_id}.png"
    s3.put_object(Bucket="images", Key=key, Body=image, ContentType="image/png")
    table.put_item(
        Item={
            "id": image_id,
            "created_at": int(time.time()),
            "prompt": request.prompt,
            "model": MODEL,
            "seed": request.seed,
            "key": key,
            "size": len(image),
            "status": "COMPLETED",
        }
    )
    where = {"Bucket": "images", "Key": key}
    return {"id": image_id, "url": s3.generate_presigned_url("get_object", Params=where)}


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
    assert handler(json.loads(json.dumps(EVENT)), None)["statusCode"] == 200
