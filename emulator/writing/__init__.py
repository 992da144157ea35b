"""The text model: Converse on the wire, and a brief made into a prompt by rules.

It has no weights. It knows the words of a glossary and those that the painter knows, in
Korean and English, and says the same of the same brief for ever.
"""
