"""Nouns of the business: frozen, pure, free of AWS, HTTP and third-party code."""
