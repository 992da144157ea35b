"""Brings the stacks of this checkout into the local AWS, unless they stand there already."""

from collections.abc import Callable, Generator
from contextlib import contextmanager

from local.aws import LocalAws
from local.cdk import Cdk, service, stacks, target
from local.halt import Halt
from local.home import Home, read_json, write_json
from local.trouble import AFRESH, Halted, Trouble
from local.words import told

TOOLKIT = "CDKToolkit"


class Deployment:
    """What is deployed, and how it becomes what it should be.

    The functions must know the address that clients use, which holds the API's id,
    which AWS chooses: so the first deployment is followed by a second of one stack.
    """

    def __init__(
        self,
        home: Home,
        halt: Halt,
        cdk: Cdk,
        aws: LocalAws,
        address: Callable[[str], str],
        *,
        stage: str,
    ) -> None:
        self._home = home
        self._halt = halt
        self._cdk = cdk
        self._aws = aws
        self._address = address
        self._stacks = stacks(stage)
        self._service = service(stage)
        self._target = target(stage)

    def is_current(self, print_: str) -> bool:
        """Return whether these very sources were deployed, for this very address."""
        outputs = self._aws.outputs(self._service)
        if outputs is None:
            return False
        wanted = {"sources": print_, "public_url": self._address(outputs["ApiId"])}
        return read_json(self._home.deployed) == wanted

    def prepare(self) -> None:
        """Make the account ready for the CDK, if it is not."""
        if self._aws.outputs(TOOLKIT) is None:
            with told("Preparing the local account (cdk bootstrap)"), self._unbroken():
                self._cdk.bootstrap()

    def bring(self, print_: str) -> dict[str, str]:
        """Deploy what was synthesised from sources with this fingerprint.

        Returns:
            The outputs of the service stack.
        """
        self._home.deployed.unlink(missing_ok=True)
        with told(f"Deploying {', '.join(self._stacks)} (cdk deploy)"), self._unbroken():
            outputs = self._deploy()
        address = self._address(outputs["ApiId"])
        write_json(self._home.deployed, {"sources": print_, "public_url": address})
        return outputs

    def _deploy(self) -> dict[str, str]:
        before = self._aws.outputs(self._service)
        known = self._address(before["ApiId"]) if before else ""
        url = self._public_url(known) if known else ()
        self._cdk.deploy(parameters=(self._target, *url))
        outputs = self.outputs()
        address = self._address(outputs["ApiId"])
        if address != known:
            self._cdk.deploy(self._service, "--exclusively", parameters=self._public_url(address))
        return outputs

    def outputs(self) -> dict[str, str]:
        """Return the outputs of the service stack, which must stand."""
        outputs = self._aws.outputs(self._service)
        if outputs is None:
            raise Trouble(
                f"The stack {self._service} does not stand after its deployment.",
                AFRESH,
                self._home.log("cdk"),
            )
        return outputs

    @contextmanager
    def _unbroken(self) -> Generator[None]:
        """Let a deployment that we are interrupted in come to its end.

        The local AWS would save it half done, and never finish it after that.
        """
        try:
            yield
        except Halted:
            late = Trouble("A deployment did not end.", AFRESH)
            all_ = (TOOLKIT, *self._stacks)
            Halt().wait(
                lambda: not any(map(self._aws.is_changing, all_)), seconds=20, late=lambda: late
            )
            raise

    def _public_url(self, address: str) -> tuple[str]:
        return (f"{self._service}:PublicUrl={address}",)
