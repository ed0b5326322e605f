"""Where a greeting ends: "Dear Dana, Tom and Priya," or the start of "Hi Bec, I hope the move went well"."""

from __future__ import annotations

import re

from checker.core.closings import is_closing
from checker.core.tokens import QUOTES, normal

_OPENERS = (
    "dear|dearest|my dear|hi+|hello+|hallo|hullo|hey+|heya|hiya|howdy|yo|oi|g'day|gday|greetings|salutations|aloha|namaste"
    "|good (?:morning|afternoon|evening|day)|happy (?:new year|holidays|\\w+day)|to whom(?:ever)? it may concern"
    # Greetings that people keep from their own language, also above an English note.
    "|kia ora(?: kōrua| koutou)?|t[ēe]n[āa] (?:koe|k[ōo]rua|koutou)|assalamu alaikum|as-salamu alaykum|salaam|shalom|sawubona|jambo|magandang \\w+|selamat \\w+"
    "|sehr geehrter?|lieber?|guten (?:tag|morgen|abend)|grüß gott|moin|servus|bonjour|bonsoir|salut|cher|chère|chers"
    "|hola|estimad[oa]s?|querid[oa]s?|buenos días|buenas tardes|olá|prezad[oa]s?|gentile|egregi[oa]|buongiorno|ciao"
    "|beste|geachte|hoi|hej|hei|kære|kjære|bästa|szanown[yai]|dzień dobry|sayın|merhaba|уважаем(?:ый|ая|ые)|здравствуйте"
)
# These begin ordinary sentences as well ("Morning works for me"), so somebody must be named after them.
_ASKS_FOR_NAME = "morning|afternoon|evening|all|to the|respected|esteemed|(?:attention|attn)\\b\\.?:?"
_OPENER = re.compile(rf"(?:({_ASKS_FOR_NAME})|{_OPENERS})(?!\w|[-']\w)")

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir madam dame lord lady rev reverend fr father sr sister canon captain capt "
    "col colonel major sgt hon judge justice alhaji alhaja chief engr pastor herr frau doctor ma maam mme mlle m madame "
    "monsieur mademoiselle señor señora sra srta signor signora mevrouw meneer encik cik puan datuk dato sri shri smt "
    "cllr councillor officer chef coach sheikh imam rabbi barr barrister arc surv pharm mallam hajia adv atty "
    "matron headmaster headmistress headteacher warden provost rector vicar inspector sergeant lieutenant commander "
    "constable brigadier admiral ambassador senator governor maestro sensei".split()
)
# Words that begin the first sentence, whether they are capitalised or not.
SENTENCE_STARTS = frozenset(
    "i i'm i've i'd i'll thank thanks many it it's this that just my we our hope hoping hopefully how what when where so "
    "was following further as after please sorry quick apologies great good really appreciate loved love your you yes no "
    "to for with and the a an on in at if not here am is are trust writing firstly first last yesterday today nice lovely "
    "wonderful got had have has will would could can may did do does re be but or of from wanted "
    "however also anyway well finally still now then congratulations congrats next second secondly too until since".split()
)
_GREETING_WORDS = frozenset(
    "dear dearest my hi hello hallo hullo hey heya hiya howdy yo oi g'day gday greetings salutations aloha namaste good "
    "happy new year holidays morning afternoon evening day to "
    "respected attention attn esteemed mister kia ora koutou tēnā tena koe kōrua korua assalamu alaikum as salamu alaykum salaam shalom "
    "sawubona jambo sehr geehrte geehrter liebe lieber guten tag morgen abend grüß gott moin servus bonjour bonsoir salut "
    "cher chère chers hola estimado estimada estimados querido querida buenos días buenas tardes olá prezado prezada gentile "
    "egregio egregia buongiorno ciao beste geachte hoi hej hei kære kjære bästa szanowny szanowna szanowni pani pan sayın "
    "merhaba po уважаемый уважаемая уважаемые здравствуйте damen und herren".split()
)
_GROUPS = frozenset("team committee panel department dept board staff hr group office company crew".split())
_COMMON_NOUNS = _GROUPS | frozenset(
    "all everyone everybody there folks hiring manager members member recruiter recruiting recruitment both whom it may "
    "concern guys again colleagues friends sir madam sirs ladies gentlemen gentleman interview interviewers interviewer "
    "search selection human resources talent acquisition people whoever concerned person charge two three y'all mate boss "
    "ma'am maam ma lovely head principal director president dean chair chairman chairwoman chairperson superintendent "
    "coordinator supervisor officer nurse partner partners".split()
)
# Between the names, and only where the whole line is the greeting: "Dear Dana and everyone at Northwind,".
_LINKS = frozenset("at of from for in the your entire whole rest you she her he him they them".split())
_JOINERS = frozenset({",", "&", "/", "+", ";", "and", "plus", "or", "y", "und"})
_PARTICLES = frozenset("van der den de la le du del della di da dos von zu ter ten bin binte binti ibn al el ul san sama ji".split())
# A greeting to one of these is to a post, not to a person: "Dear Store Manager".
POSTS = frozenset(
    "manager managers recruiter recruiters team department committee director supervisor administrator coordinator owner "
    "employer company panel head partner resources hr recruitment hiring interviewer interviewers board office staff "
    "specialist representative proprietor".split()
)
NOT_A_NAME = (TITLES | _COMMON_NOUNS | _GREETING_WORDS | _LINKS | _JOINERS | {"'s"}) - {"may"}
# Ordinary words that people are called too: "Dear Will,", "Hi May!"; behind a title any word is a name: "Dear Mr. So".
_ALSO_NAMES = frozenset("will may hope an do so my love quick".split())

_BLANKS = r"\[[^\]\n]{1,60}\]|\{[^}\n]{1,60}\}+|<[^>\n]{1,60}>|«[^»\n]{1,60}»|\([^)\n]{1,60}\)|%\w+%|\*\|\w+\|\*|_{2,}|…|\.{3,}"
_LETTERS = r"[^\s,;:!?.&/+–—()\"“”…，：！。、،]+"
_WORD = re.compile(rf"{_BLANKS}|{_LETTERS}(?:\.{_LETTERS})*\.?|\S")
_BLANK = re.compile(_BLANKS)
_MARKS = frozenset(",:;!.–—-，：！。،")
_EMOJI = "\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d"
_CLOSING_MARK = re.compile(rf"(?:\s*(?:[:;]-?[()DP](?!\w)|[,!:;.–—，：！。،{_EMOJI}-]))*")

Words = list[tuple[int, int, str]]


def greeting_length(text: str, known: frozenset[str] = frozenset()) -> int:
    """How many characters at the start of `text` (one line, no list mark) are a greeting; 0 for none.

    `known` holds normalised name words: they may stand without an opener ("Dana, thank you for ...").
    """
    opener = _opener(text)
    if opener and opener.group() in known:
        opener = None
    start = opener.end() if opener else 0
    words = [(found.start(), found.end(), found.group()) for found in _WORD.finditer(text, start, start + 400)]
    if opener is None:
        return _bare_name(text, words, known)
    if _is_address(words, known) or _is_address(words, known | _lower_names(words)):
        return len(text)
    at = _run(words, 0, known)
    if all(_norm(word) in TITLES for word in words[:at]) and opener[1] != "to the":
        known = known | _lower_names(words)
        at = _run(words, 0, known)
    if at < len(words) and _norm(words[at]) in _JOINERS:
        at = max(at, _list_end(words, at + 1, known))
    if at == 0 and opener[1] and words:
        return 0
    return _with_mark(text, words[at - 1][1] if at else start)


def has_opener(text: str) -> bool:
    """Does the line begin with "Dear", "Hi", "Good morning" or their like?"""
    return _opener(text) is not None


def _opener(text: str) -> re.Match[str] | None:
    return _OPENER.match(text.translate(QUOTES).lower())


def _norm(word: tuple[int, int, str]) -> str:
    return normal(word[2]).rstrip(".") or word[2]


def _names_somebody(words: Words, at: int, known: frozenset[str]) -> bool:
    """Is this word a part of a name, a title, or a word for several people?"""
    norm = _norm(words[at])
    if norm in known or norm in TITLES or _BLANK.fullmatch(words[at][2]):
        return True
    if norm in _PARTICLES:
        return at + 1 < len(words) and _names_somebody(words, at + 1, known) or at > 0 and norm in {"san", "sama", "ji"}
    if norm in _COMMON_NOUNS:
        return norm not in {"it", "may", "two", "three", "in", "charge", "people", "lovely", "concern"}
    bare = re.sub(r"^(?:[dlDLo]['’]|@)", "", words[at][2])
    if not bare[:1].isalpha() or bare[:1].islower():
        return False
    if norm in _ALSO_NAMES and at == 0:
        return len(words) == 1 or words[1][2] in _MARKS
    return norm not in SENTENCE_STARTS or at > 0 and _norm(words[at - 1]) in TITLES


def _run(words: Words, at: int, known: frozenset[str]) -> int:
    """The first word after the names that stand side by side from `at` on: "Ms. Dana Ortiz"."""
    while at < len(words) and _names_somebody(words, at, known):
        at += 1
        if _ends_sentence(words[at - 1][2]):
            break
    return at


def _list_end(words: Words, at: int, known: frozenset[str]) -> int:
    """After a comma or "and": the end of one more name and those joined to it; -1 when the first sentence begins here."""
    joined = _norm(words[at - 1]) not in {",", ";"}
    if at < len(words) and _norm(words[at]) in {"and", "or", "hi", "hello", "dear"}:
        at, joined = at + 1, True
    while joined and at < len(words) and _norm(words[at]) in _LINKS:  # "and the rest of the team"
        at += 1
    end = _run(words, at, known)
    if end == at:
        return -1
    if end == len(words) or _ends_sentence(words[end - 1][2]):
        return end
    if _norm(words[end]) in _JOINERS:
        further = _list_end(words, end + 1, known)
        return further if further > 0 or words[end][2] not in {",", ";"} else end
    return end if words[end][2] in _MARKS else -1


def _is_address(words: Words, known: frozenset[str]) -> bool:
    """Is all of it a greeting: names, words for people, and what joins them?"""
    while words and words[-1][2] in _MARKS:
        words = words[:-1]
    if not words:
        return True
    if len(words) > 40 or _norm(words[-1]) in _JOINERS | _LINKS - {"you"}:
        return False
    return all(
        _names_somebody(words, at, known) or _norm(words[at]) in _JOINERS | _LINKS | _COMMON_NOUNS | _GREETING_WORDS
        for at in range(len(words))
    )


def _lower_names(words: Words) -> frozenset[str]:
    """ "hi wei ling," in lower case: one or two words that begin no sentence, then a mark or the end of the line."""
    names: list[str] = []
    for place, word in enumerate(words):
        norm = _norm(word)
        if norm in TITLES and not names:
            continue
        if not norm.isalpha() or norm in SENTENCE_STARTS | _LINKS | _JOINERS or len(names) == 2:
            ends = word[2] in _MARKS | _JOINERS or len(names) == 1 and place > 1 and _norm(words[place - 2]) in TITLES
            return frozenset(names) if ends else frozenset()
        names.append(norm)
    return frozenset(names) if len(names) == 1 else frozenset()


def _ends_sentence(word: str) -> bool:
    """ "Nwosu." ends one, "Mrs." and "S." do not."""
    return word.endswith(".") and len(word) > 2 and word[-2].isalpha() and normal(word).rstrip(".") not in TITLES


def _bare_name(text: str, words: Words, known: frozenset[str]) -> int:
    """ "Mr. Boateng," or "Dana and Tom:" alone on a line, or a known name and a comma before the first sentence."""
    end = _run(words, 0, known)
    if not end or is_closing(text) or not any(letter.isalpha() for letter in text):
        return 0
    first = _norm(words[0])
    sure = first in known or first in TITLES - {"sir", "m"}
    if words[-1][2] in {",", ":", "–", "—", "-"} and _is_address(words, known) and len(words) <= 12:
        return len(text)
    if not sure or end == len(words):
        return 0
    if _norm(words[end]) in _JOINERS:
        end = max(end, _list_end(words, end + 1, known))
    marked = end < len(words) and words[end][2] in _MARKS - {"."}
    return _with_mark(text, words[end - 1][1]) if marked else 0


def _with_mark(text: str, end: int) -> int:
    """Take the marks that close the greeting along, and a smiley."""
    found = _CLOSING_MARK.match(text, end)
    return found.end() if found else end
