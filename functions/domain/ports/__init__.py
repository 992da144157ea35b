"""What the use cases need from the world, each named for the need.

A door imports the ports that it uses, and no other.
"""
