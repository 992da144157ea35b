"""Own Streamlit components: what a browser must do itself, without an iframe or a build.

Each is one Python module with a script and a style beside it. They know neither the
service nor the page: pictures, bounds and words come in, what a person did comes out.
"""
