"""The studio where people reach it: a container behind a load balancer that signs them in.

Streamlit holds a WebSocket and a session for each page, so it needs a process that lives;
Lambda has none. A stage without `studio` in its row has none of this.
"""

from pathlib import Path

from aws_cdk import CfnOutput, Duration, SecretValue, Stack
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_ecr_assets as assets
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_elasticloadbalancingv2 as elb
from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from infra.hosting import Hosting
from infra.log import Log
from infra.stage import Stage

ROOT = Path(__file__).parents[1]
PORT = 8501
IMAGE = ("*", "!studio", "!client", "!pyproject.toml", "!uv.lock", "!README.md", "**/__pycache__")
"""What the image is built of, in the words of `.dockerignore`."""


class StudioStack(Stack):
    """One service on Fargate, reached through its load balancer and no other way.

    The tasks have public addresses instead of a NAT gateway, which would cost more than
    they do; only the load balancer may speak to them.

    Attributes:
        network: Two public subnets.
        balancer: The one door, TLS only.
        task: What runs.
    """

    def __init__(
        self, scope: Construct, construct_id: str, *, stage: Stage, hosting: Hosting, api_url: str
    ) -> None:
        super().__init__(scope, construct_id)
        public = ec2.SubnetConfiguration(name="Public", subnet_type=ec2.SubnetType.PUBLIC)
        self.network = ec2.Vpc(
            self, "Network", max_azs=2, nat_gateways=0, subnet_configuration=[public]
        )
        self.balancer = elb.ApplicationLoadBalancer(
            self,
            "Door",
            vpc=self.network,
            internet_facing=True,
            drop_invalid_header_fields=True,
            idle_timeout=Duration.minutes(15),  # a page that nobody touches keeps its session
        )
        self.task = self._task(stage, hosting, api_url)
        self._open(hosting, self._service(hosting))
        CfnOutput(self, "Address", value=self.balancer.load_balancer_dns_name)

    def _task(self, stage: Stage, hosting: Hosting, api_url: str) -> ecs.FargateTaskDefinition:
        task = ecs.FargateTaskDefinition(
            self,
            "Task",
            cpu=hosting.cpu,
            memory_limit_mib=hosting.memory_mb,
            runtime_platform=ecs.RuntimePlatform(
                cpu_architecture=ecs.CpuArchitecture.ARM64,
                operating_system_family=ecs.OperatingSystemFamily.LINUX,
            ),
        )
        users = secrets.Secret.from_secret_complete_arn(self, "Users", hosting.users_secret_arn)
        task.add_container(
            "Studio",
            image=ecs.ContainerImage.from_asset(
                str(ROOT),
                file="studio/Dockerfile",
                exclude=list(IMAGE),
                platform=assets.Platform.LINUX_ARM64,
            ),
            port_mappings=[ecs.PortMapping(container_port=PORT)],
            environment={
                "EASEL_URL": api_url,
                "EASEL_BALANCER_ARN": self.balancer.load_balancer_arn,
            },
            secrets={"EASEL_USERS": ecs.Secret.from_secrets_manager(users)},
            logging=ecs.LogDrivers.aws_logs(
                stream_prefix="studio", log_group=Log(self, "Log", stage=stage)
            ),
        )
        return task

    def _service(self, hosting: Hosting) -> ecs.FargateService:
        return ecs.FargateService(
            self,
            "Service",
            cluster=ecs.Cluster(
                self,
                "Cluster",
                vpc=self.network,
                container_insights_v2=ecs.ContainerInsights.ENABLED,
            ),
            task_definition=self.task,
            desired_count=hosting.tasks,
            assign_public_ip=True,
            min_healthy_percent=100,
            circuit_breaker=ecs.DeploymentCircuitBreaker(rollback=True),
        )

    def _open(self, hosting: Hosting, service: ecs.FargateService) -> None:
        """Let in who is signed in, and asks for the studio by its name."""
        listener = self.balancer.add_listener(
            "Https",
            port=443,
            certificates=[
                acm.Certificate.from_certificate_arn(self, "Certificate", hosting.certificate_arn)
            ],
            ssl_policy=elb.SslPolicy.TLS13_RES,
            default_action=elb.ListenerAction.fixed_response(404),
        )
        group = elb.ApplicationTargetGroup(
            self,
            "Studio",
            vpc=self.network,
            port=PORT,
            protocol=elb.ApplicationProtocol.HTTP,
            targets=[service],
            stickiness_cookie_duration=Duration.days(1),  # a session lives in one task
            deregistration_delay=Duration.seconds(30),
            health_check=elb.HealthCheck(path="/healthz", interval=Duration.seconds(15)),
        )
        listener.add_action(
            "SignedIn",
            priority=1,
            conditions=[elb.ListenerCondition.host_headers([hosting.domain])],
            action=elb.ListenerAction.authenticate_oidc(
                issuer=hosting.issuer,
                authorization_endpoint=hosting.authorization_endpoint,
                token_endpoint=hosting.token_endpoint,
                user_info_endpoint=hosting.user_info_endpoint,
                client_id=hosting.client_id,
                client_secret=SecretValue.secrets_manager(hosting.client_secret_arn),
                scope="openid email",
                session_timeout=Duration.hours(12),
                next=elb.ListenerAction.forward([group]),
            ),
        )
