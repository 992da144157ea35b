"""A typed client of Easel's HTTP API; it imports nothing of the service."""
