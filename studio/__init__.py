"""The studio: Easel for people, in a browser.

It speaks to the API through `easel_client` and to nothing else of Easel, so whatever a
person can do here, a program can do too. What must outlive a reload of the page lives in
the API or in the page's address, never only in a session.
"""
