"""What a bundle leaves out: files that come with a package and never run."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from infra import facades, service_models

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
    # Pillow without AVIF, fonts, colour profiles and Tk: nobody here decodes or draws those.
    "PIL/_avif.*",
    "PIL/_imagingcms.*",
    "PIL/_imagingft.*",
    "PIL/_imagingtk.*",
)

NOT_OURS = (
    *(
        f"aws_lambda_powertools/utilities/{name}"
        for name in (
            "auth_alpha",
            "batch",
            "circuit_breaker",
            "data_masking",
            "feature_flags",
            "idempotency",
            "kafka",
            "parameters",
            "parser",
            "streaming",
            "validation",
        )
    ),
    *(
        f"aws_lambda_powertools/utilities/data_classes/{name}"
        for name in (
            "active_mq_event.py",
            "aws_config_rule_event.py",
            "cloud*.py",
            "code_*.py",
            "cognito_user_pool_event.py",
            "connect_contact_flow_event.py",
            "dynamo_db_stream_event.py",
            "event_bridge_event.py",
            "iot_registry_event.py",
            "kafka_event.py",
            "kinesis_*.py",
            "rabbit_mq_event.py",
            "s3_*.py",
            "secrets_manager_event.py",
            "ses_event.py",
            "sns_event.py",
            "transfer_family_event.py",
        )
    ),
    "dateutil/easter.py",
    "dateutil/rrule.py",
    "dateutil/zoneinfo",
    "pydantic/experimental",
    "pydantic/mypy.py",
    "pydantic/v1",
    "urllib3/contrib/emscripten",
)
"""Whole parts of a library that no door of ours imports."""

FILE_KINDS = {f"{kind}ImagePlugin" for kind in ("Jpeg", "Mpo", "Png", "Tiff", "WebP")}
"""Pillow's drivers that stay: the three formats, and what reading a JPEG may ask for.

Pillow goes on without a driver that is not there, and cold starts are spared the rest.
"""

HTTP = ("aws_lambda_powertools/event_handler", "aws_lambda_powertools/utilities/data_classes")
"""Only the HTTP door carries routing, with the page of the documents in it."""


NO_HTTP2 = Path("urllib3/http2/__init__.py")
"""Asks which HTTP/2 library there is, by all of `importlib.metadata`, for those who switch
HTTP/2 on by hand. Only its probe beside it is imported here."""


def trim(tree: Path, *, group: str) -> None:
    """Remove from the packages below `tree` what the doors of `group` never use."""
    drivers = (path for path in tree.glob("PIL/*ImagePlugin.py") if path.stem not in FILE_KINDS)
    unused = NOT_OURS if group == "api" else (*NOT_OURS, *HTTP)
    _remove(tree, (*NOT_RUN, *unused, *(f"PIL/{path.name}" for path in drivers)))
    for libraries in tree.glob("*.libs"):
        _remove_unneeded(libraries, tree)
    _forget_descriptions(tree)
    service_models.cut(tree)
    facades.defer(tree)
    (tree / NO_HTTP2).write_text('"""HTTP/2 is never switched on here."""\n')


def _remove(tree: Path, patterns: Iterable[str]) -> None:
    for path in [path for pattern in patterns for path in tree.glob(pattern)]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _forget_descriptions(tree: Path) -> None:
    """Keep of each package's METADATA the fields, not the README that follows them.

    https://packaging.python.org/en/latest/specifications/core-metadata/ checked 2026-11-22
    """
    for told in tree.glob("*.dist-info/METADATA"):
        fields, _, _ = told.read_text(encoding="utf-8").partition("\n\n")
        told.write_text(f"{fields}\n", encoding="utf-8")


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
