"""The HTTP door's own words: shapes, problems, cursors. Pydantic lives here only."""
