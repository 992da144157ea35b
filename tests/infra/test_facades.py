"""Powertools' packages in a bundle: every name is there, and none is imported unasked."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra import facades

INIT = '''"""A package."""

from aws_lambda_powertools.shop.apples import Apple
from aws_lambda_powertools.shop.pears import (
    Pear as Bartlett,
)
from .plums import Plum
from aws_lambda_powertools.shop.version import VERSION
from aws_lambda_powertools.shop.figs import figs
from json import dumps

__version__ = VERSION
__all__ = ["Apple", "Bartlett", "Plum"]
'''


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A library of that name with one package, of which each module defines one thing."""
    package = tmp_path / facades.LIBRARY / "shop"
    package.mkdir(parents=True)
    (package.parent / "__init__.py").write_text("")
    (package / "__init__.py").write_text(INIT)
    for name in ("Apple", "Pear", "Plum"):
        (package / f"{name.lower()}s.py").write_text(f"class {name}: pass\n")
    (package / "version.py").write_text('VERSION = "1"\n')
    (package / "figs.py").write_text("def figs(): return 'figs'\n")
    monkeypatch.syspath_prepend(tmp_path)
    for known in [each for each in sys.modules if each.split(".")[0] == facades.LIBRARY]:
        monkeypatch.delitem(sys.modules, known)
    yield tmp_path
    for known in [each for each in sys.modules if each.split(".")[0] == facades.LIBRARY]:
        del sys.modules[known]


def loaded() -> set[str]:
    return {each.rpartition(".")[2] for each in sys.modules if ".shop." in each}


def test_a_name_is_imported_when_it_is_first_asked_for(shop: Path) -> None:
    facades.defer(shop)

    module = importlib.import_module(f"{facades.LIBRARY}.shop")

    assert loaded() == {"version", "figs"}
    assert module.Apple.__name__ == "Apple"
    assert loaded() == {"version", "figs", "apples"}
    assert module.Bartlett.__name__ == "Pear"
    assert module.Plum.__name__ == "Plum"


def test_what_the_package_uses_itself_is_imported_as_before(shop: Path) -> None:
    facades.defer(shop)

    module = importlib.import_module(f"{facades.LIBRARY}.shop")

    assert module.__version__ == "1"
    assert module.dumps([]) == "[]"


def test_a_name_that_is_a_module_s_too_keeps_its_meaning(shop: Path) -> None:
    facades.defer(shop)

    module = importlib.import_module(f"{facades.LIBRARY}.shop")

    assert module.figs() == "figs"


def test_a_name_that_is_not_there_is_an_attribute_error(shop: Path) -> None:
    facades.defer(shop)

    module = importlib.import_module(f"{facades.LIBRARY}.shop")

    with pytest.raises(AttributeError, match="Quince"):
        _ = module.Quince


def test_a_package_that_passes_nothing_on_stays_as_it_is(shop: Path) -> None:
    facades.defer(shop)

    assert (shop / facades.LIBRARY / "__init__.py").read_text() == ""
