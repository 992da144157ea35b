"""What a stage says of its studio, where it has one."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


class InvalidHosting(ValueError):
    """A stage's `studio` cannot be read; says which field and what is known."""


@dataclass(frozen=True, kw_only=True)
class Hosting:
    """The studio's address, who signs its users in, and how large it is.

    A load balancer signs users in by OpenID Connect, so everything about the
    provider is what its discovery document (`/.well-known/openid-configuration`) says.
    https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html

    Attributes:
        domain: The name that people type; point it at the load balancer (output `Address`).
        certificate_arn: ACM's certificate for that name, in the same Region.
        issuer: The provider's `issuer`.
        authorization_endpoint: As the provider says.
        token_endpoint: As the provider says.
        user_info_endpoint: As the provider says; its claims are what `users_secret_arn` reads.
        client_id: Ours at the provider.
        client_secret_arn: Whole ARN of a secret whose text is the client's secret.
        users_secret_arn: Whole ARN of a secret that says who is which tenant
            (`studio.users.Users` documents it).
        cpu: Of a task, in Fargate's units: 1,024 are one core.
        memory_mb: Of a task; a session takes some 20 MB with its pictures.
        tasks: How many run at once; a session stays with its task.
    """

    domain: str
    certificate_arn: str
    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    user_info_endpoint: str
    client_id: str
    client_secret_arn: str
    users_secret_arn: str
    cpu: int = 1024
    memory_mb: int = 2048
    tasks: int = 1

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Hosting":
        """Return what a row's `studio` says.

        Raises:
            InvalidHosting: a field is missing, or is none of these.
        """
        known = [each.name for each in fields(cls)]
        unknown = sorted(set(row) - set(known))
        needed = [each for each in known if each not in ("cpu", "memory_mb", "tasks")]
        missing = [each for each in needed if not row.get(each)]
        if unknown or missing:
            wrong = [f"unknown {', '.join(unknown)}"] * bool(unknown)
            wrong += [f"missing {', '.join(missing)}"] * bool(missing)
            raise InvalidHosting(f"studio: {'; '.join(wrong)}; known are {', '.join(known)}")
        return cls(**row)
