"""The composition root at run time: settings, clients, adapters, a module a door.

Each door builds only what it uses, once, while Lambda starts it, and imports only
what that needs: a cold start pays for every module. Nothing else in `functions`
makes botocore's clients or reads the environment.
"""
