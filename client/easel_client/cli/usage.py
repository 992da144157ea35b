"""`easel usage`: the month's money."""

from easel_client.cli.options import AsJson
from easel_client.cli.screen import dump, put
from easel_client.cli.session import session


def usage(*, as_json: AsJson = False) -> None:
    """Tell what was spent this month, and what is left."""
    with session(as_json=as_json) as easel:
        month = easel.usage()
    if as_json:
        dump(month.raw)
        return
    put(f"{month.tenant}, {month.month}")
    for name in ("spent", "reserved", "unknown", "left", "limit"):
        put(f"  {name:<9} {getattr(month, name):>10} {month.currency}")
