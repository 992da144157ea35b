"""Logs and metrics as JSON lines; never a prompt, never a secret."""

from aws_lambda_powertools import Logger, Metrics

logger = Logger(service="easel", utc=True)
metrics = Metrics(namespace="Easel", service="easel")
