"""Easel's painter with all that it does, its thumbnail's pixels too."""

from painter import aside, before, once, watched

__all__ = ["aside", "before", "once"]

watched.paints = True
