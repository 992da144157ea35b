"""Logs and metrics as JSON lines; never a prompt, never a secret."""

import logging

from aws_lambda_powertools import Logger, Metrics

logger = Logger(service="easel", utc=True)

# Modules that must not know Powertools log by the standard library; their lines get the
# same form and the same keys, the correlation id first of all.
_plain = logging.getLogger("functions")
_plain.handlers = [logger.registered_handler]
_plain.setLevel(logging.INFO)
_plain.propagate = False
metrics = Metrics(namespace="Easel", service="easel")
