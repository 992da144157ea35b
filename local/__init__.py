"""Starts the whole service on this machine: local AWS, local Bedrock, the real stacks.

Nothing here runs in the cloud and nothing in the cloud imports it. What stands in
`bootstrap.py`, `interpreters.py` and `installing.py` runs on the host's Python before
anything is installed, so it needs the standard library only.
"""
