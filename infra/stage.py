"""A stage: a named deployment, and everything in which deployments differ.

Rows live in `cdk.json` under the context key `stages`; nothing in the code
branches on a stage's name. The stacks are environment-agnostic, so the account
and Region of a deployment are those of the credentials that deploy it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from functions.domain.writing import TextModel
from functions.settings import ON_RETIRED, Settings
from infra.hosting import Hosting
from infra.target import Target

DEPLOYED = ("stage", "table", "bucket", "queue_url", "darkroom", "public_url")
"""Settings that the deployment itself decides, so that no row may set them."""


class UnknownStage(ValueError):
    """No row of `cdk.json` has this name."""


class InvalidStage(ValueError):
    """A row of `cdk.json` cannot be read; says which field and what is known."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One row of `cdk.json`.

    Attributes:
        name: The row's name; it prefixes the stacks, so stages share an account.
        settings: What the functions read (`functions.settings.Settings`), where
            it differs from the defaults there.
        public_url: Address that clients use, if it is not the gateway's own.
        runtime: Lambda's Python, `python3.14`, or `host`: the one that synthesises.
        architecture: `arm64`, `x86_64` or `host`.
        painter_concurrency: Painters at work at most; SQS takes 2 to 1,000.
        painter_memory_mb: Memory of a painter, which mostly waits.
        requests_per_second: Steady rate that the gateway lets in.
        request_burst: Requests that it lets in at once above that rate.
        log_retention: Life of every log, in the words of `aws_logs.RetentionDays`.
        image_retention_days: Life of images and thumbnails; None keeps them.
        alarm_email: Who is told of alarms, empty for nobody.
        alarm_topic_arn: An SNS topic of yours that is told as well, or instead.
        alarm_usd_per_hour: Spending in an hour that somebody should look at.
        studio: Where the studio is hosted and who signs its users in
            (`infra.hosting.Hosting`); None hosts none.
        retain: Keep table and bucket when the stack goes, and protect both
            stack and table from deletion.
    """

    name: str
    settings: Mapping[str, Any] = field(default_factory=lambda: {})
    public_url: str = ""
    runtime: str = "python3.14"
    architecture: str = "arm64"
    painter_concurrency: int = 10
    painter_memory_mb: int = 512
    requests_per_second: int = 50
    request_burst: int = 100
    log_retention: str = "ONE_MONTH"
    image_retention_days: int | None = None
    alarm_email: str = ""
    alarm_topic_arn: str = ""
    alarm_usd_per_hour: int = 10
    studio: Mapping[str, Any] | None = None
    retain: bool = True

    @classmethod
    def of(cls, name: str, rows: Mapping[str, Mapping[str, Any]]) -> "Stage":
        """Return the stage that a row of `cdk.json` describes.

        Raises:
            UnknownStage: there is no such row; names those that exist.
            InvalidStage: the row holds a field that nobody reads, or a word that
                nobody knows.
        """
        if name not in rows:
            raise UnknownStage(f"no stage {name!r} in cdk.json; try one of {', '.join(rows)}")
        _refuse_unknown(name, rows[name], {each.name for each in fields(cls)} - {"name"})
        stage = cls(name=name, **rows[name])
        allowed = {each.name for each in fields(Settings)} - set(DEPLOYED)
        _refuse_unknown(f"{name}.settings", stage.settings, allowed)
        on_retired = stage.settings.get("on_retired", ON_RETIRED[0])
        if on_retired not in ON_RETIRED:
            known = ", ".join(ON_RETIRED)
            raise InvalidStage(
                f"stage {name}.settings: on_retired {on_retired!r}; try one of {known}"
            )
        try:
            TextModel.of(stage.settings_for(table="", bucket="").text_model)
        except (ValueError, ArithmeticError) as wrong:
            raise InvalidStage(f"stage {name}.settings: {wrong}") from wrong
        return stage

    @classmethod
    def read(cls, name: str, file: Path) -> "Stage":
        """Return a stage of the `cdk.json` at `file`."""
        return cls.of(name, json.loads(file.read_text())["context"]["stages"])

    @property
    def target(self) -> Target:
        """What the functions' bundles are built for."""
        return Target.of(runtime=self.runtime, architecture=self.architecture)

    @property
    def hosting(self) -> Hosting | None:
        """Return the studio's part of the row."""
        return Hosting.of(self.studio) if self.studio else None

    @property
    def painter_timeout_seconds(self) -> int:
        """Longest run of the painter; queue and function are built around it."""
        return self.settings_for(table="", bucket="").painter_timeout_seconds

    def settings_for(
        self, *, table: str, bucket: str, queue_url: str = "", public_url: str = ""
    ) -> Settings:
        """Return the functions' settings in this deployment."""
        return Settings(
            stage=self.name,
            table=table,
            bucket=bucket,
            queue_url=queue_url,
            public_url=public_url,
            **{name: _frozen(value) for name, value in self.settings.items()},
        )


def _refuse_unknown(where: str, row: Mapping[str, Any], known: set[str]) -> None:
    unknown = sorted(set(row) - known)
    if unknown:
        raise InvalidStage(
            f"stage {where}: unknown {', '.join(unknown)}; known are {', '.join(sorted(known))}"
        )


def _frozen(value: Any) -> Any:
    """Return a list of JSON as the tuple that settings hold."""
    return tuple(value) if isinstance(value, list) else value  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
