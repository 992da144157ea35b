"""What is asked of the local AWS itself, by boto3."""

import json
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from local.environment import ANYONE, REGION

SETTLED = ("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE")


class LocalAws:
    """The local AWS as this machine's own programs call it."""

    def __init__(self, endpoint: str, ca_bundle: str | None) -> None:
        import boto3  # noqa: PLC0415 - half a second that `status` and `down` need not wait

        self._session = boto3.Session(
            aws_access_key_id=ANYONE, aws_secret_access_key=ANYONE, region_name=REGION
        )
        self._endpoint = endpoint
        self._verify = ca_bundle or True

    def outputs(self, stack: str) -> dict[str, str] | None:
        """Return the outputs of a stack that stands, or None."""
        found = self._describe(stack)
        if found is None or found["StackStatus"] not in SETTLED:
            return None
        return {each["OutputKey"]: each["OutputValue"] for each in found.get("Outputs", [])}

    def is_changing(self, stack: str) -> bool:
        """Return whether a stack is being created, updated or rolled back just now."""
        found = self._describe(stack)
        status = found["StackStatus"] if found else ""
        return status.endswith("_IN_PROGRESS") and status != "REVIEW_IN_PROGRESS"

    def invoke(self, function: str, event: dict[str, Any]) -> str | None:
        """Invoke a function; return what went wrong, or None."""
        payload = json.dumps(event).encode()
        try:
            answer = self._client("lambda", 60).invoke(FunctionName=function, Payload=payload)
        except (BotoCoreError, ClientError) as error:
            return str(error)
        body = answer["Payload"].read().decode(errors="replace")
        return body if answer.get("FunctionError") else None

    def _describe(self, stack: str) -> dict[str, Any] | None:
        try:
            return self._client("cloudformation", 5).describe_stacks(StackName=stack)["Stacks"][0]
        except (BotoCoreError, ClientError):
            return None

    def _client(self, service: str, seconds: float) -> Any:
        from botocore.config import Config  # noqa: PLC0415 - as above

        patience = Config(connect_timeout=2, read_timeout=seconds, retries={"max_attempts": 1})
        return self._session.client(
            service, endpoint_url=self._endpoint, verify=self._verify, config=patience
        )
