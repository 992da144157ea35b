"""Make a component of the files that lie beside its module."""

from pathlib import Path

from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

HERE = Path(__file__).parent


def declare(name: str, *, scripts: tuple[str, ...] = ()) -> ComponentRenderer:
    """Register `name` from its .html, .css and .js, once for each process.

    Streamlit serves a component's script as one module from memory, so it cannot
    import a neighbour: `scripts` are set before its own instead. Its styles stand
    in a shadow root behind `controls.css`, the buttons and focus rings that all share.
    """
    return component(
        f"easel_{name}",
        html=_text(f"{name}.html"),
        css=_text("controls.css") + _text(f"{name}.css"),
        js="".join(_text(f"{script}.js") for script in (*scripts, name)),
    )


def _text(file: str) -> str:
    return (HERE / file).read_text(encoding="utf-8")
