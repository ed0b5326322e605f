"""What stops the YAML parser, put in words that help somebody who does not know YAML, at the place to mend."""

from __future__ import annotations

import yaml

_CLOSING = "'\"]}"  # what ends a value that began with its like


def explained(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """Line and column, both counted from 1, and what to do there. `text` is the file's."""
    problem = error.problem_mark or error.context_mark
    context = error.context_mark or problem
    if problem is None or context is None:
        return 1, 1, str(error)
    if _is_about_the_beginning(error, context, problem):
        return context.line + 1, context.column + 1, _unfinished(error, problem)
    return problem.line + 1, problem.column + 1, _at_once(error.problem or "this cannot be read", text, problem)


def _is_about_the_beginning(error: yaml.MarkedYAMLError, context: yaml.Mark, problem: yaml.Mark) -> bool:
    """Whether what has to be mended is where a value began, and not where the parser gave up, lines further down."""
    said, while_doing = error.problem or "", error.context or ""
    opened = "flow" in while_doing and problem.line > context.line
    return opened or "could not find expected ':'" in said or "end of stream" in said or "alias" in while_doing


def _unfinished(error: yaml.MarkedYAMLError, problem: yaml.Mark) -> str:
    """A line that is neither text nor a key, or something that was opened and stays open."""
    while_doing, further = error.context or "", f"YAML noticed in line {problem.line + 1}"
    if "flow" in while_doing:
        opened, closed = ("{", "}") if "mapping" in while_doing else ("[", "]")
        return f"the `{opened}` that opens here is not closed: a `{closed}` or a quotation mark is missing ({further})"
    if "quoted scalar" in while_doing:
        return "the quotation mark that opens here is never closed"
    if "alias" in while_doing:
        return "a text cannot begin with * here; put it in quotes"
    return "this is no `key: text`: put a colon and a space behind a key; indent a text as far as the lines above it"


def _at_once(said: str, text: str, mark: yaml.Mark) -> str:
    here = text[mark.index : mark.index + 1]
    before = text[: mark.index].rpartition("\n")[2].rstrip()[-1:]
    if "mapping values are not allowed" in said:
        return 'a second ": " stands in this line; put the text after the first one in quotes'
    if "cannot start any token" in said:
        return "a tab stands here; YAML wants spaces" if here == "\t" else f"a text cannot begin with {here} here; put it in quotes"
    if "expected ',' or" in said:
        return "a `,` is missing here, or a text inside { } or [ ] needs quotes: those with a comma or a colon do"
    if "another document" in said:
        return "`---` begins a second document here, and a file holds one; delete it"
    if "escape" in said:
        return 'a backslash inside "double quotes" starts an escape; use single quotes'
    if "expected <block end>" in said and "<scalar>" in said and before and before in _CLOSING:
        rest = "or look for a quotation mark that is missing further up"
        return f"words stand behind a closing {before}: put the whole text in quotes, of the other kind if it holds some, {rest}"
    if "expected <block end>" in said or "expected '<document start>'" in said:
        return f"the indentation does not fit, or a quotation mark is missing ({said})"
    return said
