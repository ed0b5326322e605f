"""What is folded away behind a line that can be pressed."""

from __future__ import annotations


def fold(line: str, inside: str) -> str:
    """Markdown out of sight. `line` is what is pressed, HTML that is safe already."""
    return f'<details class="aw-more" markdown>\n<summary>{line}</summary>\n\n{inside}\n\n</details>'


def html_fold(line: str, inside: str) -> str:
    """The same for HTML. It must hold no blank line, as to Markdown the whole fold is one piece."""
    return f'<details class="aw-more">\n<summary>{line}</summary>\n{inside}\n</details>'
