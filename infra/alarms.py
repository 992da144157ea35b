"""When somebody is woken: every row of `watches`, and what follows from several."""

from collections.abc import Sequence

from aws_cdk import CfnCondition, CfnResource
from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

from infra import outcomes, watches
from infra.service import ServiceStack
from infra.signals import Signals
from infra.stage import Stage
from infra.state import StateStack
from infra.watch import described


class Alarms(Construct):
    """Every alarm of a stage.

    Attributes:
        down: The one that says Easel as a whole is; only on AWS.
        plain: Those that every CloudWatch takes.
        computed: Those that need metric math; only on AWS.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        stage: Stage,
        state: StateStack,
        service: ServiceStack,
        actions: Sequence[cloudwatch.IAlarmAction],
        on_aws: CfnCondition,
    ) -> None:
        super().__init__(scope, construct_id)
        seen = Signals(stage)
        rows = (
            *watches.doors(service, seen),
            *watches.work(service, seen),
            *outcomes.images(seen),
            *watches.table(state),
        )
        rows = (*rows, *outcomes.lives(seen), outcomes.spending(stage, seen))
        self.plain = {each.name: each.alarm(self, actions) for each in rows}
        computed = (watches.authorizer(service, seen), outcomes.failure_rate(seen))
        self.computed = {each.name: each.alarm(self, actions) for each in computed}
        self.down = self._down(actions)
        for each in (*self.computed.values(), self.down):
            resource = each.node.default_child
            assert isinstance(resource, CfnResource)  # noqa: S101 - for the type checker
            resource.cfn_options.condition = on_aws

    def _down(self, actions: Sequence[cloudwatch.IAlarmAction]) -> cloudwatch.CompositeAlarm:
        rule, names = cloudwatch.AlarmRule, ("ApiFails", "ApiCrashes", "CaretakerSilent")
        stuck = rule.all_of(
            self.plain["OldestImageWaits"],
            rule.any_of(self.plain["PainterBreaks"], self.plain["PainterCrashes"]),
        )
        alarm = cloudwatch.CompositeAlarm(
            self,
            "EaselIsDown",
            alarm_rule=rule.any_of(*(self.plain[name] for name in names), stuck),
            alarm_description=described(
                "EaselIsDown",
                "Clients get no answers, or no pictures.",
                f"any of {', '.join(names)}, or images wait while painters break.",
            ),
        )
        alarm.add_alarm_action(*actions)
        alarm.add_ok_action(*actions)
        return alarm
