"""What a bundle leaves out: files that come with a package and never run."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from infra import service_models

NOT_RUN = (
    "**/*.pyi",
    "**/*.pyx",
    "**/*.c",
    "**/*.h",
    "**/py.typed",
    "**/tests",
    "**/__pycache__",
    "*.dist-info/[!M]*",  # METADATA stays: some packages ask for their own version
    ".lock",
    "bin",
    "boto3/examples",
    # Pillow without AVIF, fonts, colour profiles and Tk: nobody here decodes or draws those.
    "PIL/_avif.*",
    "PIL/_imagingcms.*",
    "PIL/_imagingft.*",
    "PIL/_imagingtk.*",
)

DOCUMENTS_PAGE = ("aws_lambda_powertools/event_handler/openapi/swagger_ui",)
"""Only the door that serves `/docs` carries its page."""


def trim(tree: Path, *, group: str) -> None:
    """Remove from the packages below `tree` what the doors of `group` never use."""
    _remove(tree, NOT_RUN if group == "api" else (*NOT_RUN, *DOCUMENTS_PAGE))
    for libraries in tree.glob("*.libs"):
        _remove_unneeded(libraries, tree)
    service_models.cut(tree)


def _remove(tree: Path, patterns: Iterable[str]) -> None:
    for path in [path for pattern in patterns for path in tree.glob(pattern)]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _remove_unneeded(libraries: Path, tree: Path) -> None:
    """Remove shared libraries that no remaining module names, directly or not."""
    modules = [path for path in tree.glob("**/*.so") if path.parent != libraries]
    needed: set[Path] = set()
    waiting = [path.read_bytes() for path in modules]
    while waiting:
        image = waiting.pop()
        found = {path for path in libraries.iterdir() if path.name.encode() in image} - needed
        needed |= found
        waiting += [path.read_bytes() for path in found]
    for path in set(libraries.iterdir()) - needed:
        path.unlink()
