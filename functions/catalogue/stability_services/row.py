"""What the thirteen rows have in common: where they run, what they say, how they end."""

from collections.abc import Mapping
from datetime import date

from functions.catalogue import stability
from functions.catalogue.prices import PAGE, UNREAD, flat
from functions.catalogue.spec import Encode, ModelSpec, Seeds, Task
from functions.domain.lifecycle import Lifecycle

CHECKED = date(2026, 11, 22)
FORMATS = ("png", "jpeg", "webp")

_REGIONS = ("us-east-1", "us-east-2", "us-west-2")
_INFERRED = "active by inference: in none of AWS's tables of legacy models"


def service(
    profile: str,
    name: str,
    title: str,
    tasks: Mapping[str, Task],
    *,
    price: str,
    formats: tuple[str, ...] = FORMATS,
    encode: Encode = stability.encode,
) -> ModelSpec:
    """Return a tool's row.

    Args:
        profile: Id of its inference profile; clients may leave the `us.` out.
        name: Short name.
        title: Name for people.
        tasks: What it does: one task.
        price: Dollars an image.
        formats: Output formats, the default first.
        encode: Writes its body.
    """
    model = profile.removeprefix("us.")
    return ModelSpec(
        id=profile,
        name=name,
        title=title,
        family="stability_services",
        provider="Stability AI",
        tasks=tasks,
        seeds=Seeds(maximum=4_294_967_294, zero_is_random=True),
        formats=formats,
        regions=_REGIONS,
        lifecycle=Lifecycle(state="active", note=_INFERRED),
        price=flat(price, source=PAGE, checked=CHECKED, note=UNREAD),
        encode=encode,
        decode=stability.decode,
        source="https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html",
        checked=CHECKED,
        aliases=(model,),
        profile_of=model,
    )
