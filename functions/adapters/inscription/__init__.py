"""`Inscriber` on the places in a file where other tools look for its making.

One module a container (PNG, JPEG, WebP), one a text that is put there or found
there (our JSON, AUTOMATIC1111's text, XMP, EXIF). Bytes only: nothing here
decodes a pixel or encodes one again, and nothing trusts a length that a file
claims.
"""
