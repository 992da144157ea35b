"""One module a page, each with `show()`; what pages share is in `parts`."""
