"""Verbs: what Easel does. Ports come in as arguments; nothing here is global."""
