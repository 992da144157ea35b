"""Packages that import all they have, shipped so that they import what is asked for.

Powertools' `__init__`s import resolvers for AppSync, Bedrock agents and VPC Lattice (and
asyncio with them), and the events of forty services. In a bundle a name is imported when it
is first used (PEP 562), as pydantic does of its own accord. Every name stays and means the
same, so nobody who imports one can tell, but by the time it takes.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

LIBRARY = "aws_lambda_powertools"

DEFERRED = '''

_DEFERRED = {names!r}


def __getattr__(name):
    """Import a name when it is first asked for."""
    if name not in _DEFERRED:
        raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
    from importlib import import_module

    module, original = _DEFERRED[name]
    globals()[name] = found = getattr(import_module(module), original)
    return found
'''


def defer(tree: Path) -> None:
    """Let the library's packages below `tree` import their names on first use."""
    for file in (tree / LIBRARY).rglob("__init__.py"):
        file.write_text(deferring(file, package=".".join(file.parent.relative_to(tree).parts)))


def deferring(file: Path, *, package: str) -> str:
    """Return a package's source without the imports that only pass names on."""
    source = file.read_text()
    body = ast.parse(source).body
    used = {each.id for node in body for each in ast.walk(node) if isinstance(each, ast.Name)}
    taken = used | {path.stem for path in file.parent.iterdir()}
    lines = source.splitlines()
    names: dict[str, tuple[str, str]] = {}
    for node in _own_imports(body):
        passed_on = {each.asname or each.name: each.name for each in node.names}
        if not taken.isdisjoint(passed_on):
            continue
        module = ".".join(filter(None, (package if node.level else "", node.module)))
        names |= {name: (module, original) for name, original in passed_on.items()}
        for at in range(node.lineno - 1, node.end_lineno or node.lineno):
            lines[at] = ""
    return "\n".join(lines) + DEFERRED.format(names=names) if names else source


def _own_imports(body: list[ast.stmt]) -> Iterator[ast.ImportFrom]:
    """Yield the `from … import …` of the library's own modules, but those of `*`."""
    for node in body:
        if isinstance(node, ast.ImportFrom) and all(each.name != "*" for each in node.names):
            ours = (node.module or "").split(".")[0] == LIBRARY
            if node.level == 1 or (node.level == 0 and ours):
                yield node
