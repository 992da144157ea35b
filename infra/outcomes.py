"""What is watched of pictures, money and models, at which number and why: a row an alarm.

No client's mistake fires one: images are watched by who is to blame.
"""

from collections.abc import Iterator

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch

from functions.domain import signals
from infra.signals import Signals
from infra.stage import Stage
from infra.watch import QUIET, Watch

FAILING = ("throttle", "model", "ours")
"""Whose blame counts as failing; clients' wishes and filters are answers."""


def images(seen: Signals) -> Iterator[Watch]:
    """Yield what watches how images end and what their calls cost."""
    for name, who, says in (
        ("ImagesFailByUs", "ours", "Images end without a picture, and we are to blame."),
        ("ModelFails", "model", "Images end without a picture because Bedrock's model fails."),
    ):
        yield Watch(
            name=name,
            says=says,
            metric=seen.of(signals.IMAGES_MISSED, who),
            at_least=5,
            why="5 in 5 minutes, twice in 15: more than one unlucky request.",
            silence=QUIET,
        )
    yield Watch(
        name="ThrottledForLong",
        says="Bedrock's quota is too small for what is asked; pictures are late.",
        metric=seen.of(signals.CALLS_ENDED, "throttled"),
        at_least=10,
        why="10 in each 5 of 30 minutes: bursts are meant to wait. One tenant's flood "
        "can do that, since tenants share the quota.",
        times=(6, 6),
        silence=QUIET,
    )
    yield Watch(
        name="MoneyUnknown",
        says="Calls end without anybody knowing whether AWS billed them.",
        metric=seen.of(signals.CALLS_BILLED, "unknown"),
        at_least=10,
        why="10 in an hour: each may cost a picture's price for nothing.",
        times=(1, 1),
        period=Duration.hours(1),
        silence=QUIET,
    )


def lives(seen: Signals) -> Iterator[Watch]:
    """Yield what watches the ends of models, and the reading of them."""
    yield Watch(
        name="OurModelEnds",
        says="A model that this stage uses by default or intent ends soon, or has ended.",
        metric=seen.of(signals.MODELS_ENDING, statistic="Maximum"),
        at_least=1,
        why="one within 90 days, told on each round: time to try its successor in peace.",
        times=(1, 1),
        period=Duration.hours(1),
        silence=QUIET,
    )
    yield Watch(
        name="ListingsFail",
        says="Bedrock was asked for its models' lives in vain; the last answer stays in force.",
        metric=seen.of(signals.LISTINGS_FAILED),
        at_least=3,
        why="3 of an hour's 4 tries, six hours long: an end may be announced unseen.",
        times=(6, 6),
        period=Duration.hours(1),
        silence=QUIET,
    )


def spending(stage: Stage, seen: Signals) -> Watch:
    """Return what watches the stage's spending by the hour."""
    return Watch(
        name="SpendingFast",
        says="Pictures cost more in an hour than this stage expects.",
        metric=seen.of(signals.USD_COUNTED),
        at_least=stage.alarm_usd_per_hour,
        why=f"{stage.alarm_usd_per_hour} USD in an hour, the stage's alarm_usd_per_hour; "
        "budgets stop tenants, this tells you.",
        times=(1, 1),
        period=Duration.hours(1),
        silence=QUIET,
    )


def failure_rate(seen: Signals) -> Watch:
    """Return what watches the share of images that end without a picture."""
    ended = {
        f"e{number}": seen.of(signals.IMAGES_ENDED, outcome)
        for number, outcome in enumerate(signals.IMAGES_ENDED.values)
    }
    missed = {f"m{n}": seen.of(signals.IMAGES_MISSED, who) for n, who in enumerate(FAILING)}
    total = " + ".join(f"FILL({each}, 0)" for each in ended)
    lost = " + ".join(f"FILL({each}, 0)" for each in missed)
    return Watch(
        name="FailureRateHigh",
        says="A large share of all images ends without a picture, not by clients' doing.",
        metric=cloudwatch.MathExpression(
            expression=f"IF({total} >= 20, 100 * ({lost}) / ({total}), 0)",
            using_metrics={**ended, **missed},
            label="percent",
        ),
        at_least=10,
        why="10 percent of at least 20 images in 15 minutes: fewer say nothing.",
        times=(1, 1),
        period=Duration.minutes(15),
        silence=QUIET,
    )
