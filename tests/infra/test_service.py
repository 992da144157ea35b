import json

from functions.settings import TEXT_MODEL
from tests.infra.cloud import Cloud

OUTPUTS = {
    "ApiId",
    "ApiUrl",
    "TableName",
    "BucketName",
    "QueueUrl",
    "DeadLetterQueueUrl",
    "ApiFunctionName",
    "AuthorizerFunctionName",
    "PainterFunctionName",
    "CaretakerFunctionName",
    "DarkroomFunctionName",
}


def test_whoever_deployed_is_told_where_everything_is(dev: Cloud) -> None:
    assert set(dev.templates["Service"]["Outputs"]) >= OUTPUTS


def test_a_launcher_can_say_which_address_clients_use(dev: Cloud) -> None:
    parameter = dev.templates["Service"]["Parameters"]["PublicUrl"]

    assert (parameter["Type"], parameter["Default"]) == ("String", dev.stage.public_url)
    for function in dev.all("AWS::Lambda::Function").values():
        assert function["Environment"]["Variables"]["EASEL_PUBLIC_URL"] == {"Ref": "PublicUrl"}


def test_no_stack_knows_its_account_or_region(dev: Cloud) -> None:
    for template in dev.templates.values():
        # Where Bedrock runs a model is a fact of catalogue and settings, not of the stack.
        text = json.dumps(template).replace(json.dumps(json.dumps(TEXT_MODEL))[1:-1], "")
        assert "us-east-1" not in text.replace("bedrock:us-east-1::foundation-model", "")
        assert "000000000000" not in text
