import sys

from infra.target import Target


def test_lambda_gets_wheels_for_its_own_linux_and_machine() -> None:
    target = Target.of(runtime="python3.14", architecture="arm64")

    assert (target.python, target.runtime) == ("3.14", "python3.14")
    assert target.platform == "aarch64-manylinux_2_28"


def test_the_host_gets_wheels_for_itself() -> None:
    target = Target.of(runtime="host", architecture="host")

    assert target.python == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert target.platform is None
    assert target.architecture in ("arm64", "x86_64")
