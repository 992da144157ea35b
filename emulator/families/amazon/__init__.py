"""What Titan and Nova share on the wire: a task in an envelope, and its pictures.

Their pages stay apart (`titan_page`, `nova_page`): here is only what both pages say.
"""
