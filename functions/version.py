"""The software's version, as documents and files name it."""

VERSION = "0.1.0"
