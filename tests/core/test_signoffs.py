"""Where the body ends: closing words, signature, what stands below them."""

from __future__ import annotations

import pytest

from checker.core.closings import is_closing
from checker.core.draft import parse
from checker.core.signoffs import looks_like_name

START = "Hi Dana,\n\nThank you for meeting me yesterday and for the tour of the plant.\n\n"

CLOSINGS = """Best,
Best regards,
Best Rgds,
Kind regards
Kindest regards,
With kind regards,
Warm regards,
Best wishes,
With best wishes,
With every good wish,
All the best,
All my very best,
Sincerely,
Sincerely yours,
Yours sincerely
Yours faithfully,
Yours truly,
Yours obediently,
Very truly yours,
Respectfully,
Respectfully submitted,
Many thanks
Thanks again,
Thank you,
Thank you so much,
Thanking you,
With thanks
With gratitude,
Thanks and regards,
Thanks & Regards
Cheers,
Ta,
Take care,
Talk soon,
Warmly,
Have a great weekend!
Cheers! Talk soon
Have A Lovely Weekend,
Looking forward to it,
Mit freundlichen Grüßen
Mit besten Grüßen
Viele Grüße
Herzliche Grüße
Liebe Grüße,
VG
Cordialement,
Bien à vous,
Bien cordialement
Un saludo,
Saludos cordiales,
Atentamente,
Atenciosamente,
Cordiali saluti,
Met vriendelijke groet,
Med venlig hilsen
Med vänliga hälsningar
Mvh
Z poważaniem
Pozdrawiam,
С уважением,
Ngā mihi
Ngā mihi nui,
Slán,
**Best regards,**
Xx"""

SENTENCES = """Thank you for seeing me.
Thank you for meeting me yesterday and for the tour of the plant.
Best of all was the tour of the cold room.
Thanks to Tom I found the door.
I look forward to hearing from you.
My best day was Monday.
Cheers went up when the line started.
Thanks for that. Sam
Thanks! Any news"""


@pytest.mark.parametrize("line", CLOSINGS.split("\n"), ids=ascii)
def test_closing_words(line):
    assert is_closing(line)
    draft = parse(f"{START}{line}\nSam Reyes")
    assert draft.part_text("closing") == line
    assert draft.part_text("signature") == "Sam Reyes"


@pytest.mark.parametrize("line", SENTENCES.split("\n"))
def test_sentences_of_the_body(line):
    assert not is_closing(line)


@pytest.mark.parametrize(
    "line, closing, signature",
    [
        ("Best, Sam", "Best,", "Sam"),
        ("Best - Sam", "Best -", "Sam"),
        ("Kind regards Sam", "Kind regards", "Sam"),
        ("Best wishes, Dr Sam Reyes PhD", "Best wishes,", "Dr Sam Reyes PhD"),
        ("Thanks, Sam xx", "Thanks,", "Sam xx"),
        ("Thanks again for everything", "Thanks again for everything", ""),
        ("Thanks Dana!", "Thanks Dana!", ""),
        ("Catch ya,\nSam", "Catch ya,", "Sam"),
        ("Break a leg,\nSam Reyes", "Break a leg,", "Sam Reyes"),
        ("With many thanks and best wishes for the rest of the season,\nSam", None, "Sam"),
        ("Thank you for considering me,\n\nSam", "Thank you for considering me,", "Sam"),
        ("Here's to hoping,\nSam", "Here's to hoping,", "Sam"),
        ("Remain blessed.\nSam", "", "Sam"),
        ("See you then!\nSam", "See you then!", "Sam"),
        ("I remain,\nYours faithfully,\nSam Reyes", "Yours faithfully,", "Sam Reyes"),
        ("Looking forward.\n\nRegards,\n\nSam", "Looking forward.\n\nRegards,", "Sam"),
    ],
)
def test_closing_and_name(line, closing, signature):
    draft = parse(START + line, known=frozenset({"dana"}))
    assert draft.part_text("closing") == (line.split("\n")[0] if closing is None else closing)
    assert draft.part_text("signature") == signature


SIGNATURES = {
    "name": "Sam Reyes",
    "initials": "S.R.",
    "initials with a space": "P. S. Raman",
    "accents": "Tomasz Zieliński",
    "particles": "S. M. de la Cruz-O’Neill",
    "nickname": "Oluwaseun “Seun” Adebayo-Clarke",
    "degree": "Rhiannon Pugh RGN",
    "other script": "李明",
    "bold": "*Sam Reyes*",
    "kisses": "Sam x",
    "smiley": "Sam 😊",
    "after a dash": "- Sam",
    "after a long dash": "—Sam",
    "blank": "[Your Name]",
    "phone": "Sam Reyes\n(515) 555-0148",
    "title and company": "Sam Reyes\nHead of data and insights\nNorthwind Foods",
    "capitals and bars": "R. J. HOLLIS, P.E.\nSENIOR ENGINEER\nAMES, IA | 515-555-0190 | <rj@mail.example>",
    "address": "Sam Reyes\nsam@mail.example\nhttps://sam.example\n12 Main St",
    "ruler": "Sam\n--\nSam Reyes | Analyst\nlinkedin.com/in/samreyes",
    "enclosures": "Sam Reyes\n\nEncl. 2\ncc: Tom Baker",
    "phone's line": "Sam\n\nSent from my iPhone",
    "in German": "Sam\n\nVon meinem iPhone gesendet",
    "in Spanish": "Sam\n\nEnviado desde mi iPhone",
    "Outlook": "Sam\nGet Outlook for Android",
    "motto": "Sam Reyes\n“The best way to predict the future is to invent it.” – A. Kay",
    "small print": "Sam\n\nCONFIDENTIALITY NOTICE: this email and its attachments are meant for the intended recipient "
    "alone. If that is not you, please delete it and tell the sender.",
    "trees": "Sam\n\nPlease consider the environment before printing this email.",
    "pronouns": "Sam Reyes, MBA\nShe/her",
}


@pytest.mark.parametrize("signature", SIGNATURES.values(), ids=SIGNATURES)
def test_signatures(signature):
    draft = parse(f"{START}Best,\n{signature}")
    assert draft.part_text("closing") == "Best,"
    assert draft.part_text("signature").split() == signature.split()
    assert len(draft.body_words) == 13


@pytest.mark.parametrize(
    "text, mine, is_name",
    [
        ("Sam Reyes", "", True),
        ("sam", "sam reyes", True),
        ("sam", "", False),
        ("Data and more", "", False),
        ("I can start then.", "", False),
        ("12 Main Street", "", False),
        ("", "", False),
        ("Your reader, Sam", "sam", True),
    ],
)
def test_looks_like_name(text, mine, is_name):
    assert looks_like_name(text, frozenset(mine.split())) is is_name
