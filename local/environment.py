"""What each process finds in its environment: as little as it needs.

The local AWS hands its own environment on to every function, so nothing of the
person's may be in it; and nothing that talks to it may find the person's account.
"""

import os
from collections.abc import Mapping, MutableMapping

from local import node
from local.home import ROOT, SHARED, Home
from local.options import Options
from local.ports import LOOPBACK, Ports

ACCOUNT = "000000000000"
REGION = "us-east-1"
ANYONE = "test"
"""Key id and secret of the local account's root; it takes any, this one is customary."""

DROPPED = ("AWS_", "CDK_", "PYTHON", "NODE_", "VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT")
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


def forget_accounts(environ: MutableMapping[str, str]) -> None:
    """Take the person's AWS account out of an environment, and this machine from its proxy."""
    for name in [name for name in environ if name.startswith("AWS_")]:
        del environ[name]
    environ.update(AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull)
    for name in ("no_proxy", "NO_PROXY"):
        environ[name] = ",".join(filter(None, (environ.get(name), LOOPBACK, "localhost")))


def agree_on_region(environ: MutableMapping[str, str]) -> None:
    """Let boto3 use the Region that every other AWS tool uses: it reads only the older name."""
    if region := environ.get("AWS_REGION"):
        environ["AWS_DEFAULT_REGION"] = region


def aws_url(ports: Ports, options: Options) -> str:
    """Return the address of the local AWS."""
    return f"{'https' if options.secure else 'http'}://{LOOPBACK}:{ports.aws}"


def bedrock_url(ports: Ports) -> str:
    """Return the address of the local Bedrock."""
    return f"http://{LOOPBACK}:{ports.bedrock}"


def of_ministack(home: Home, options: Options, ports: Ports) -> dict[str, str]:
    """Return the environment of the local AWS, and so of every function."""
    chosen = {
        "PATH": os.pathsep.join((str(ROOT / ".venv-aws" / "bin"), "/usr/bin", "/bin")),
        "HOME": str(home.path / "user"),
        "LANG": "C.UTF-8",
        "LOG_LEVEL": "WARNING",
        # Functions inherit that one, and would then say less than they do on AWS.
        "POWERTOOLS_LOG_LEVEL": "INFO",
        "TMPDIR": str(home.scratch),
        "BIND_HOST": LOOPBACK,
        "MINISTACK_HOST": LOOPBACK,
        "GATEWAY_PORT": str(ports.aws),
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "STATE_DIR": str(home.data / "state"),
        "S3_DATA_DIR": str(home.data / "s3"),
        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": bedrock_url(ports),
        "AWS_ENDPOINT_URL_BEDROCK": bedrock_url(ports),
    }
    if options.persist:
        chosen |= {"PERSIST_STATE": "1", "S3_PERSIST": "1"}
    if options.secure:
        chosen |= {"AUTH": "true", "USE_SSL": "1"}
    return chosen


def studio_url(ports: Ports) -> str:
    """Return the address of the studio."""
    return f"http://{LOOPBACK}:{ports.studio}"


def of_studio(home: Home, api_url: str, api_key: str, ca_bundle: str | None) -> dict[str, str]:
    """Return the environment of the studio, which knows the API and nothing behind it."""
    chosen = of_emulator(home) | {"EASEL_URL": api_url, "EASEL_API_KEY": api_key}
    return chosen | ({"SSL_CERT_FILE": ca_bundle} if ca_bundle else {})


def of_emulator(home: Home) -> dict[str, str]:
    """Return the environment of the Bedrock emulator."""
    return {
        "PATH": os.pathsep.join((str(ROOT / ".venv" / "bin"), "/usr/bin", "/bin")),
        "HOME": str(home.path / "user"),
        "LANG": "C.UTF-8",
        "TMPDIR": str(home.scratch),
        "PYTHONUNBUFFERED": "1",
    }


def of_tools(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the person's environment without accounts, for what runs on this machine."""
    kept = {name: value for name, value in environ.items() if not name.startswith(DROPPED)}
    ours = (ROOT / ".venv" / "bin", SHARED / "tools" / "bin", node.folder())
    path = os.pathsep.join([*map(str, ours), kept.get("PATH", os.defpath)])
    # A Node.js that is newer than jsii has seen warns on every start; here it is pinned.
    return kept | {"PATH": path, "JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "1"}


def of_callers(
    home: Home, aws_endpoint: str, ca_bundle: str | None, environ: Mapping[str, str]
) -> dict[str, str]:
    """Return the environment in which any AWS tool finds the local AWS, and only that."""
    kept = {k: v for k, v in of_tools(environ).items() if k.lower() not in PROXIES}
    # A home of its own: the CDK caches which account a key belongs to.
    return kept | {"HOME": str(home.path / "user")} | aws_variables(aws_endpoint, ca_bundle)


def aws_variables(aws_endpoint: str, ca_bundle: str | None) -> dict[str, str]:
    """Return the variables that turn an AWS tool to the local AWS."""
    chosen = {
        "AWS_ENDPOINT_URL": aws_endpoint,
        "AWS_ACCESS_KEY_ID": ANYONE,
        "AWS_SECRET_ACCESS_KEY": ANYONE,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "CDK_DEFAULT_ACCOUNT": ACCOUNT,
        "CDK_DEFAULT_REGION": REGION,
        "CDK_DISABLE_CLI_TELEMETRY": "true",
    }
    trust = ("AWS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE")
    return chosen | (dict.fromkeys(trust, ca_bundle) if ca_bundle else {})
