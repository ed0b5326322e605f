"""All sources on one page, each with what names it. Pure."""

from __future__ import annotations

from checker.author.load import Library
from checker.author.surveys import cited as cited_in_surveys
from checker.site.front_matter import front_matter
from checker.site.source_list import about, link
from checker.site.text import escaped, inline, typographic
from checker.site.words import STANCE


def sources_page(library: Library) -> str:
    """Publishers in the order of the alphabet, each with the rules, the disagreements and the surveys that name it."""
    cited: dict[str, list[str]] = {}
    for rule in library.rules:
        for entry in rule["sources"]:
            line = f"[{inline(rule['title'])}](rules/{rule['id']}.md) ({STANCE[entry['stance']].lower()})"
            cited.setdefault(entry["source"], []).append(line)
    for each in library.disagreements.values():
        for name in dict.fromkeys(source for side in each["sides"] for source in side.get("sources", ())):
            cited.setdefault(name, []).append(f"[{inline(each['question'])}](disagreements/{each['id']}.md)")
    for name in dict.fromkeys(name for _, name in cited_in_surveys(library.surveys)):
        cited.setdefault(name, []).append("[What is really known](known.md)")
    items = []
    for name in sorted(cited, key=lambda name: library.sources[name]["publisher"].casefold()):
        source = library.sources[name]
        title = f", {escaped(typographic(source['title']))}" if source.get("title") else ""
        items.append(
            f'- {link(source)}{title} <span class="aw-from">{about(source)}</span><br>{", ".join(cited[name])}'
        )
    parts = [
        front_matter(
            title="Sources",
            description="Every source that a rule or a disagreement names, with where it stands.",
            search={"exclude": True},
        ),
        "# Sources",
        f"{len(items)} pages are named by our rules, by our [disagreements](disagreements/index.md) and as [what is really known](known.md). "
        "What they say is given there, in our own words. How they were read is told [in the notes on how this is made](about.md#sources).",
        '<div class="aw-sources" markdown>',
        "\n".join(items),
        "</div>",
    ]
    return "\n\n".join(parts) + "\n"
