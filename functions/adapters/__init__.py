"""The world behind the ports: one technology a module, no business rule."""
