"""Money as integer micro-dollars; floats never touch it.

`Micro` is USD × 1,000,000. Clients see decimal strings such as `"0.04"`.
"""

from decimal import Decimal

Micro = int


def micro(dollars: str) -> Micro:
    """Return a decimal string of US dollars in micro-dollars.

    >>> micro("0.04")
    40000
    """
    amount = Decimal(dollars) * 1_000_000
    if amount != amount.to_integral_value():
        raise ValueError(f"{dollars} USD is finer than a micro-dollar")
    return int(amount)


def dollars(amount: Micro) -> str:
    """Return micro-dollars as a decimal string with at least two places.

    >>> dollars(40000), dollars(8000), dollars(0)
    ('0.04', '0.008', '0.00')
    """
    whole, fraction = divmod(abs(amount), 1_000_000)
    places = f"{fraction:06d}".rstrip("0").ljust(2, "0")
    return f"{'-' if amount < 0 else ''}{whole}.{places}"
