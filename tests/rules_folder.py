"""A small rules folder of the tests' own, so that they do not depend on the real rules."""

from __future__ import annotations

from pathlib import Path

RULE = """\
# yaml-language-server: $schema=../schema.json
id: no-hurry
title: Do not hurry your reader
group: tone
kind: phrase
stages: any
level: error
status: stable
message: "Take out “{match}”."
why: |
  Nobody likes to be hurried.
how: |
  Ask, and leave the timing to your reader.
check:
  any:
    - reply at once
    - (asap|urgently)
  except_in_sentence:
    - asap labs
fix: {delete: match}
examples:
  flag:
    - text: "Please **reply at once**."
      fixed: "Please."
    - "Call me **asap**."
  leave:
    - text: "I enjoyed hearing how ASAP Labs came about."
    - text: "You said that you would reply once the panel has met."
  misses:
    - text: "The sooner the better."
      because: only hinted at
sources:
  - source: handbook
    stance: for
    line: Do not hurry people.
added: 2026-11-23
replaces: [no-rush]
"""
THANKS = """\
id: say-thanks
title: Say thank you
group: content
kind: missing
stages: [thank-you]
level: {thank-you: warning}
status: stable
message: Nobody is thanked here.
why: |
  It is kind, e.g. after a long day. It costs
  nothing.

  More of it.
how: Thank them.
check:
  when: channel == 'email'
  evidence:
    - any: [thank you]
examples:
  flag:
    - I enjoyed the talk.
    - It was a long talk.
  leave:
    - Thank you for the talk.
    - I enjoyed the long talk, thank you.
sources:
  - {source: handbook, stance: for, line: Say thank you.}
added: 2026-11-23
"""
WAIT = """\
id: wait-a-day
title: Wait a day
group: timing
kind: timing
stages: [thank-you]
level: suggestion
status: stable
message: Wait a day.
why: It is kind.
how: Wait.
check:
  flag: days(interview.at, now) < 1
examples:
  flag:
    - {text: I enjoyed the talk., situation: {now: "2026-03-02", interview: {at: "2026-03-02"}}}
  leave:
    - {text: I enjoyed the talk., situation: {now: "2026-03-03", interview: {at: "2026-03-02"}}}
    - {text: I enjoyed the long talk., situation: {now: "2026-03-03", interview: {at: "2026-03-02"}}}
sources:
  - {source: handbook, stance: for, line: Wait.}
added: 2026-11-23
"""
ASK = """\
id: ask-first
title: Ask first
group: before
kind: none
stages: any
status: stable
why: It is kind.
how: Ask.
sources:
  - {source: handbook, stance: conditional, line: Ask.}
added: 2026-11-23
"""
PAGE = """\
id: after-lunch
part: moments
order: 1
title: After lunch
question: What now?
short: Rest.
steps:
  - {do: Rest, how: Sit down., rules: [no-hurry]}
  - {do: Get up, how: Slowly.}
messages:
  - title: A note
    situation: {stage: thank-you, channel: email}
    parts:
      - {text: "Dear Dana,", why: It is her name.}
      - {text: Thank you for lunch., why: It is kind.}
      - {text: It was good., why: It is true., continues: true}
instead:
  - {say: Please reply at once., try: I look forward to your reply., because: Nobody is hurried., rule: no-hurry}
said:
  - {source: handbook, line: Rest after lunch.}
rules: [ask-first]
"""
FILES = {
    "sources.yml": "handbook:\n  publisher: A careers office\n  url: https://careers.example/handbook\n",
    "words/soon.yml": "id: soon\ntitle: Words for soon\nwords: [soon, shortly]\n",
    "tables/holidays.json": '{"US": {"2026": "0101 0525 0703"}}',
    "tables/short-forms.json": '{"daniela": ["dana"]}',
}


def write_rules(folder: Path, *rules: str, **files: str) -> Path:
    """Fill a rules folder and give its path. Each rule lands in the file that its id and group name."""
    named = {f"{field(text, 'group')}/{field(text, 'id')}.yml": text for text in rules or (RULE,)}
    for name, text in {**FILES, **named, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def field(text: str, key: str) -> str:
    """A one-line field of a rule's text, as it stands."""
    return next(line.split(":")[1].strip() for line in text.splitlines() if line.startswith(f"{key}:"))
