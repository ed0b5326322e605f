"""`afterword pages`: the whole site as Markdown, for another generator than MkDocs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from checker.author.load import default_folder
from checker.cli.inputs import InputError, open_library
from checker.cli.outputs import counted, near


def add_to(commands: Any) -> None:
    pages: argparse.ArgumentParser = commands.add_parser(
        "pages",
        help="write the site as Markdown, for another generator",
        description="Write all pages, their files and a mkdocs.yml without hooks into a folder, from a checkout of the project.",
    )
    pages.add_argument("out", metavar="OUT", type=Path, help="the folder; it is made if need be")
    pages.set_defaults(run=run_pages)


def run_pages(arguments: argparse.Namespace) -> int:
    root = default_folder().resolve().parent
    if not (root / "mkdocs.yml").is_file():
        raise InputError("`afterword pages` needs a checkout of the project; this is the installed command alone.")
    if arguments.out.resolve() in (root, root / "docs"):
        raise InputError(f"{arguments.out}: the project's own files are there; name another folder.")
    library = open_library(None)
    try:
        from checker.site.bundle import BundleError
        from checker.site.export import export
    except ImportError as error:
        raise InputError(f"`afterword pages` needs the library {error.name}; `make build` installs it.") from None
    try:
        number = export(root, library, arguments.out)
    except BundleError as error:
        raise InputError(error) from None
    except OSError as error:
        raise InputError(f"the pages cannot be written: {error}") from None
    print(f"wrote {counted(number, 'page')} into {near(arguments.out)}")
    return 0
