"""Pieces that pages share. A part draws, and returns what the person chose."""
