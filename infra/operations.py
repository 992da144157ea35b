"""What operators have: alarms and who is told, a dashboard, questions to the logs."""

from aws_cdk import CfnCondition, CfnParameter, Fn, Stack
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.addressees import Addressees
from infra.alarms import Alarms
from infra.dashboard import Dashboard
from infra.queries import GATEWAY, QUERIES
from infra.service import ServiceStack
from infra.stage import Stage
from infra.state import StateStack


class OperationsStack(Stack):
    """Watches the other two, and can go and come without them.

    What the local AWS refuses (composite and computed alarms, saved queries) stands behind
    the parameter `Target`, so that the template stays the same in both places.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        stage: Stage,
        state: StateStack,
        service: ServiceStack,
    ) -> None:
        super().__init__(scope, construct_id)
        on_aws = self._target()
        addressees = Addressees(self, "Addressees", stage=stage)
        alarms = Alarms(
            self,
            "Alarms",
            stage=stage,
            state=state,
            service=service,
            actions=addressees.actions,
            on_aws=on_aws,
        )
        Dashboard(
            self,
            "Board",
            stage=stage,
            state=state,
            service=service,
            alarms=alarms,
            on_aws=on_aws,
        )
        self._save_queries(stage, service, on_aws)

    def _target(self) -> CfnCondition:
        target = CfnParameter(
            self,
            "Target",
            default="aws",
            allowed_values=["aws", "local"],
            description="`local` leaves out what the local AWS refuses.",
        )
        is_aws = Fn.condition_equals(target.value_as_string, "aws")
        return CfnCondition(self, "OnAws", expression=is_aws)

    def _save_queries(self, stage: Stage, service: ServiceStack, on_aws: CfnCondition) -> None:
        groups = {name: each.log for name, each in service.functions.items()}
        groups[GATEWAY] = service.gateway.access_log
        for query in QUERIES:
            saved = logs.CfnQueryDefinition(
                self,
                f"Query{query.name.title().replace(' ', '')}",
                name=f"easel/{stage.name}/{query.name}",
                query_string=query.text,
                log_group_names=[groups[name].log_group_name for name in query.logs],
            )
            saved.cfn_options.condition = on_aws
