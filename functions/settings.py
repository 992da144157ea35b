"""The one contract between infra and functions: a frozen row of settings.

`to_env` is what infra writes into each function's environment, `from_env` is
what a door reads at its start; a test holds them to be each other's inverse.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import field, fields
from typing import Any

from functions.domain.frozen import frozen

PREFIX = "EASEL_"

ON_RETIRED = ("refuse", "substitute", "serve")
"""What a stage may do with a model that ended."""

TEXT_MODEL: Mapping[str, Any] = {
    "id": "us.amazon.nova-2-lite-v1:0",
    "profile_of": "amazon.nova-2-lite-v1:0",
    "regions": ["us-east-1", "us-east-2", "us-west-2"],
    "input_usd": "0.00033",
    "output_usd": "0.00275",
    "source": "https://vercel.com/ai-gateway/models/nova-2-lite",
    "checked": "2026-11-22",
    "note": "Of 1,000 tokens each. AWS's own price page could not be read; others name 0.0003 and "
    "0.0025, the price of the global profile. The Regions of the profile are unconfirmed.",
}
"""The id: https://docs.aws.amazon.com/nova/latest/nova2-userguide/core-inference.html, checked
2026-11-22. All the rest is of public tables: a stage that knows better says so."""


@frozen(kw_only=True)
class Settings:
    """Everything that differs between deployments and that code may read.

    Attributes:
        stage: The deployment's name; nothing branches on it, logs carry it.
        table: Name of the DynamoDB table.
        bucket: Name of the S3 bucket.
        queue_url: Address of the paint queue.
        darkroom: Name of the function that looks at pictures; for `api` alone.
        bedrock_region: Where models are called; may differ from our own Region.
        other_bedrock_regions: Where those are called that `bedrock_region` lacks,
            in this order. Prompts travel there, so it is empty unless you say so.
        default_model: Model for `text_to_image` where the client names none.
        intents: What `fast`, `balanced` and `best` mean here, by model name.
        task_models: Models for other tasks where the client names none, by task; what
            is not said here is the catalogue's.
        openai_models: What OpenAI's names of models mean here, first match first.
        text_model: The text model that turns briefs into prompts, with the price of its
            tokens (`functions.domain.writing.TextModel`); empty: there is none.
        on_retired: What is done with a retired model: `refuse` it with its
            successor's name, `substitute` the successor and say so in the
            receipt, or `serve` it (privately extended access, and the local
            emulator).
        tenant_monthly_usd: What a tenant may spend in a calendar month (UTC),
            as a decimal string in USD.
        max_wait_seconds: Longest `Prefer: wait`, below the gateway's 29 s.
        link_seconds: Life of a presigned address.
        invoke_timeout_seconds: Longest that one model call may take.
        painter_timeout_seconds: Longest run of the painter; above the call's.
        lease_seconds: How long a claim holds before the caretaker looks; above
            the painter's time-out, so that no two painters hold one image.
        grace_seconds: How long a message, a delayed one or a deletion may be
            owed before the caretaker sends or finishes it.
        file_metadata: Whether published files carry their parameters.
        public_url: Address that clients use, where it is not the gateway's own,
            up to and without `/v1`.
    """

    stage: str
    table: str
    bucket: str
    queue_url: str
    bedrock_region: str = "us-west-2"
    other_bedrock_regions: Sequence[str] = ()
    default_model: str = "stable-image-core"
    intents: Mapping[str, str] = field(
        default_factory=lambda: {
            "fast": "stable-image-core",
            "balanced": "sd3-5-large",
            "best": "stable-image-ultra",
        }
    )
    on_retired: str = "refuse"
    tenant_monthly_usd: str = "50"
    max_wait_seconds: int = 25
    link_seconds: int = 900
    invoke_timeout_seconds: int = 300
    painter_timeout_seconds: int = 360
    lease_seconds: int = 390
    grace_seconds: int = 60
    file_metadata: bool = True
    darkroom: str = ""
    openai_models: Mapping[str, str] = field(
        default_factory=lambda: {
            "gpt-image-*": "best",
            "dall-e-3": "best",
            "dall-e-2": "fast",
        }
    )
    task_models: Mapping[str, str] = field(default_factory=dict[str, str])
    text_model: Mapping[str, Any] = field(default_factory=lambda: dict(TEXT_MODEL))
    public_url: str = ""

    def to_env(self) -> dict[str, str]:
        """Return the environment variables that `from_env` reads back."""
        return {_variable(each.name): _write(getattr(self, each.name)) for each in fields(self)}

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Read the settings of this deployment.

        Raises:
            KeyError: a setting without a default is missing; names the variable.
        """
        source = os.environ if environ is None else environ
        known: dict[str, Any] = {}
        for each in fields(cls):
            variable = _variable(each.name)
            if variable in source:
                known[each.name] = _read(source[variable], str(each.type))
        missing = [name for name in ("stage", "table", "bucket", "queue_url") if name not in known]
        if missing:
            raise KeyError(f"set {', '.join(_variable(name) for name in missing)}")
        return cls(**known)


def _variable(name: str) -> str:
    return PREFIX + name.upper()


def _write(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _read(text: str, kind: str) -> Any:
    if kind in ("str", "<class 'str'>"):
        return text
    value = json.loads(text)
    return tuple(value) if isinstance(value, list) else value  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
