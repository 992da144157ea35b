"""What Titan and Nova share: an envelope on the wire, and tasks in it.

A task group is a module: what its tasks take, and how they are written. Limits and
defaults that differ come in as arguments, from `titan` and `nova`.
"""
