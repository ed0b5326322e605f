"""The regular forms of an English word, both ways: `expect~` in phrases, and stems for comparing words."""

from __future__ import annotations

from functools import lru_cache

_VOWELS = "aeiou"
_IRREGULAR = {
    "be": "am is are was were been being 's",
    "have": "has had having 'd",
    "do": "does did done doing",
    "go": "goes went gone going",
    "hear": "heard", "tell": "told", "say": "said", "write": "wrote written", "send": "sent", "get": "got gotten",
    "give": "gave given", "take": "took taken", "make": "made", "know": "knew known", "see": "saw seen",
    "think": "thought", "leave": "left", "keep": "kept", "let": "let letting", "find": "found", "feel": "felt",
    "come": "came", "hold": "held", "run": "ran", "lose": "lost", "forget": "forgot forgotten", "speak": "spoke spoken",
    "choose": "chose chosen", "understand": "understood", "begin": "began begun", "meet": "met", "read": "read",
    "put": "put", "pay": "paid", "show": "shown", "break": "broke broken", "fall": "fell fallen", "teach": "taught",
    "bring": "brought", "buy": "bought", "lead": "led", "build": "built", "grow": "grew grown", "win": "won",
    "sit": "sat", "stand": "stood", "mean": "meant", "spend": "spent", "sell": "sold", "learn": "learnt",
    "catch": "caught", "seek": "sought", "draw": "drew drawn", "ring": "rang rung", "sleep": "slept", "eat": "ate eaten",
    "throw": "threw thrown", "stick": "stuck", "rise": "rose risen", "wear": "wore worn", "fight": "fought", "lay": "laid",
    "become": "became", "withdraw": "withdrew withdrawn", "drive": "drove driven", "hide": "hid hidden", "wake": "woke woken",
}  # fmt: skip
_DOUBLED = frozenset(
    "stop step plan beg drop chat fit nag put let get run pop ship skip trip swap top plot slip regret occur forget begin "
    "sit win hit set cut quit shut wrap grab shop equip tap tip flag jot spot blog vet".split()
)


def forms(word: str) -> set[str]:
    """The word itself and its forms in -s, -ed, -ing, and the irregular ones it has."""
    found = {word, *_IRREGULAR.get(word, "").split()}
    if word in ("be", "have", "do", "go"):
        return found
    if word.endswith("ie"):
        found |= {word + "s", word + "d", word[:-2] + "ying"}
    elif word.endswith(("ee", "oe", "ye")):
        found |= {word + "s", word + "ing"} | (set() if word in _IRREGULAR else {word + "d"})
    elif word.endswith("e"):
        found |= {word + "s", word + "d", word[:-1] + "ing"}
    elif word.endswith("y") and word[-2:-1] not in _VOWELS:
        found |= {word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    else:
        plural = "es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s"
        doubles = word.endswith(("mit", "fer")) and not word.endswith(("limit", "vomit", "ffer"))  # offered, limited
        stem = word + word[-1] if word in _DOUBLED or doubles else word
        found |= {word + plural, stem + "ed", stem + "ing"}
        if word.endswith("l"):  # cancel: canceled and cancelled
            found |= {word + "led", word + "ling"}
    return found


@lru_cache(maxsize=5_000)
def stem_options(word: str) -> tuple[str, ...]:
    """What `word` could be a form of, the word itself first: "holding" → holding, hold, holde."""
    options = [word]
    for ending, least in (("'s", 2), ("ing", 2), ("ed", 3), ("es", 3), ("ly", 3), ("s", 3), ("er", 3), ("est", 3)):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            base = word[: -len(ending)]
            options.append(base)
            if ending in ("ing", "ed", "er", "est"):
                options.append(base + "e")
                if len(base) > 3 and base[-1] == base[-2]:
                    options.append(base[:-1])
            if ending in ("es", "ed", "er", "est") and base.endswith("i"):
                options.append(base[:-1] + "y")
            if ending == "ly" and base.endswith("i"):
                options.append(base[:-1] + "y")
    return tuple(options)
