"""The words that close a message: "Kind regards,", "Thanks again!", "Viele Grüße"."""

from __future__ import annotations

import re

from checker.core.tokens import normal

LONGEST_CLOSING = 120  # characters of a line that can be closing words
_ADJECTIVE = "kind|kindest|warm|warmest|best|good|cordial|friendly|sincere|every good|friendliest|respectful|fond|many"
_CLOSING = re.compile(
    r"(?:(?:with|my|our|very|many|much|all|and|&|the|a|i remain)\s+)*"
    rf"(?:(?:{_ADJECTIVE})[ -]+(?:personal )?(?:regards?|re?gds|wish(?:es)?|greetings?|thanks)"
    r"|regards|re?gds|kr|br|best|warmly|kindly|sincerely(?: yours)?|respectfully(?: yours| submitted)?|cordially|gratefully"
    r"|faithfully(?: yours)?|truly|(?:very )?yours(?: very)?(?: \w+)?|thank(?:s|ing)?(?: you)?(?: again| so much| very much)?|thx|cheers"
    # What friends write: a sign-off too, if not the one for an employer.
    r"|cheerio|toodle[ -]?(?:pip|oo|s)|ta[ -]?ta|ttfn|lat(?:er|ers|az)|(?:catch|see) (?:ya|you (?:later|around))|hugs|kisses|xo(?:xo)*"
    r"|so long|hasta (?:luego|pronto|la vista)|tsch(?:ü|ue)ss|peace out|over and out|hooroo|adios|bye[ -]bye|good ?bye"
    r"|ta|take care|talk soon|speak soon|see you(?: soon| then| on \w+)?|bye|all (?:the|my) (?:very )?best|the best|appreciatively"
    r"|in appreciation|(?:gratitude|appreciation|thanks|respect)|looking forward(?: to it)?|until (?:then|soon)|have an? \w+(?: \w+)?"
    r"|peace|(?:lots of )?love|x+"
    # Closing words that people keep from their own language, also under an English note.
    r"|(?:mit )?(?:viele[nr]?|beste[nr]?|liebe[nr]?|herzliche[nr]?|freundliche[nr]?|schöne[nr]?) gr(?:ü|ue)(?:ß|ss)en?|gruß|grüße|lg|vg|mfg"
    r"|(?:bien |très )?cordialement|bien à (?:vous|toi)|(?:sincères )?salutations|amicalement|bonne journée|merci"
    r"|(?:un )?(?:cordial )?saludos?(?: cordiales?)?|atentamente|cordialmente|un abrazo|gracias"
    r"|atenciosamente|(?:com os melhores )?cumprimentos|abraços?|obrigad[oa]|(?:cordiali |distinti )?saluti|grazie|ciao"
    r"|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)|mvg|(?:med )?(?:venlig|vennlig) hilsen"
    r"|(?:med )?(?:vänliga|bästa) hälsningar|mvh|(?:ystävällisin )?terveisin|z poważaniem|pozdrawiam|s pozdravem|saygılarımla"
    r"|с уважением|ngā mihi(?: nui)?|nga mihi(?: nui)?|mahalo|slán|namaste|terima kasih|salam)(?: for now)?(?: x+)?\b"
)


def is_closing(text: str) -> bool:
    """Is this line closing words and nothing more? "Thank you for seeing me." is a sentence of the body."""
    if len(text) > LONGEST_CLOSING:
        return False
    plain = _plain(text)
    words = plain.split()
    found = _CLOSING.match(plain)
    if not found or len(words) > 9:
        return False
    if plain.endswith(",") or is_exactly_closing(text):
        return True
    if len(sentences := re.split(r"(?<=[.!?])\s+", plain)) > 1:
        return all(is_exactly_closing(sentence) for sentence in sentences)  # "Cheers! Talk soon" but not "Thanks! Any news"
    rest = plain[found.end() :].strip()
    return len(words) <= 5 and len(rest.split()) <= 2 and rest[-1:] not in {".", "?"}


def is_exactly_closing(text: str) -> bool:
    """The closing words alone, marks aside: "Best wishes," but not "Best wishes, Sam"."""
    return bool(_CLOSING.fullmatch(_plain(text).rstrip(" ,.!-–—:)")))


def _plain(text: str) -> str:
    return normal(text).replace("'", "").strip("*_ ")
