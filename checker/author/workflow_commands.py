"""Lines that GitHub's runners turn into annotations of a file. Whatever stands in a text, it stays within its line."""

from __future__ import annotations

from collections.abc import Mapping


def workflow_command(name: str, properties: Mapping[str, object], message: str) -> str:
    """`::error file=rules/tone/no-pressure.yml,line=3,col=1::what is wrong`; `name` is error, warning or notice."""
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_message(message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
