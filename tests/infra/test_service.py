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
        # Where Bedrock runs a model is a fact of the catalogue, not of the stack.
        assert "us-east-1" not in str(template).replace("bedrock:us-east-1::foundation-model", "")
        assert "000000000000" not in str(template)
