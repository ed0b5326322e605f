"""The head of a pasted mail, and the mail that is being answered."""

from __future__ import annotations

import pytest

from checker.core.draft import parse

OWN = "Hi Dana,\n\nThank you for the tour of the plant yesterday.\n\nBest,\nSam"

INTRODUCTIONS = {
    "Gmail": "On Mon, Mar 2, 2026 at 4:12 PM Dana Ortiz <d@n.example> wrote:\n\n> Hi Sam",
    "Gmail, broken": "On Mon, Mar 2, 2026 at 4:12 PM Dana Ortiz\n<d@n.example> wrote:\n\n> Hi Sam",
    "Apple Mail": "On 2 Mar 2026, at 16:12, Dana Ortiz <d@n.example> wrote:\n\nHi Sam",
    "German": "Am Mo., 2. März 2026 um 16:12 Uhr schrieb Dana Ortiz <d@n.example>:\n\n> Hi Sam",
    "German, short": "Am 02.03.2026 um 16:12 schrieb Dana Ortiz:\n> Hi Sam",
    "French": "Le lun. 2 mars 2026 à 16:12, Dana Ortiz <d@n.example> a écrit :\n\n> Hi Sam",
    "Spanish": "El lun, 2 mar 2026 a las 16:12, Dana Ortiz (<d@n.example>) escribió:\n\n> Hi Sam",
    "Italian": "Il giorno lun 2 mar 2026 alle ore 16:12 Dana Ortiz <d@n.example> ha scritto:\n\n> Hi Sam",
    "Dutch": "Op ma 2 mrt 2026 om 16:12 schreef Dana Ortiz <d@n.example>:\n\n> Hi Sam",
    "Portuguese": "Em seg., 2 de mar. de 2026 às 16:12, Dana Ortiz <d@n.example> escreveu:\n\n> Hi Sam",
    "Swedish": "Den mån 2 mars 2026 kl 16:12 skrev Dana Ortiz <d@n.example>:\n\n> Hi Sam",
    "Japanese": "2026年3月2日(月) 16:12 Dana Ortiz <d@n.example>:\n\n> Hi Sam",
    "no verb": "2026-03-02 16:12 GMT+01:00 Dana Ortiz <d@n.example>:\n\nHi Sam",
    "name alone": "Dana Ortiz wrote:\n> Hi Sam",
    "Outlook": "From: Dana Ortiz <d@n.example>\nSent: Monday, March 2, 2026 4:12 PM\nTo: Sam\nSubject: Hi\n\nHi Sam,\nbye",
    "Outlook, ruled": "________________________________\nFrom: Dana Ortiz\nSent: Monday\nTo: Sam\n\nHi Sam",
    "Outlook, bold": "**From:** Dana Ortiz <d@n.example>\n**Sent:** Monday\n**To:** Sam\n\nHi Sam",
    "Outlook, old": "-----Original Message-----\nFrom: Dana Ortiz\n\nHi Sam",
    "Outlook, German": "Von: Dana Ortiz <d@n.example>\nGesendet: Montag\nAn: Sam\nBetreff: Hi\n\nHallo Sam",
    "Outlook, old German": "-----Ursprüngliche Nachricht-----\nVon: Dana Ortiz\n\nHallo Sam",
    "Outlook, French": "De : Dana Ortiz <d@n.example>\nEnvoyé : lundi\nÀ : Sam\nObjet : Hi\n\nBonjour Sam",
    "forwarded": "---------- Forwarded message ---------\nFrom: Dana Ortiz\n\nHi Sam",
    "forwarded by Apple": "Begin forwarded message:\n\nFrom: Dana Ortiz",
    "straight below": "On Mar 2, 2026, at 4:12 PM, Dana wrote:\nHi Sam",
    "angles alone": "> Hi Sam\n> bye",
}


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n"], ids=["apart", "close", "Windows"])
@pytest.mark.parametrize("quoted", INTRODUCTIONS.values(), ids=INTRODUCTIONS)
def test_answered_mail_is_set_apart(quoted, gap):
    draft = parse(f"{OWN}{gap}{quoted}")
    assert draft.part_text("quoted").split() == quoted.split()
    assert draft.part_text("signature") == "Sam"
    assert len(draft.body_words) == 9


SENTENCES = [
    'On Monday you wrote:\n"please send samples", so here they are.',
    "On page 3 of the report that you showed me, Tom wrote:\nnever again.",
    "On Tuesday 3 March we talked about what you wrote\nand what Tom wrote: it was good.",
    "From: my side nothing is missing.\nTo: you.",
    "These are my three questions:\nwhen, where and with whom?",
    "I > you.",
]


@pytest.mark.parametrize("body", SENTENCES)
def test_sentences_that_look_like_it(body):
    draft = parse(f"Hi Dana,\n\n{body}\n\nBest,\nSam")
    assert draft.part_text("body") == body
    assert not draft.has("quoted")


@pytest.mark.parametrize(
    "text, body",
    [
        ("> Could you start in May?\n\nYes, I could.\n\n> And Saturdays?\n\nYes.\n\nBest,\nSam", "Yes, I could.\nYes."),
        ("On Mon, 2 Mar 2026 Dana <d@n.example> wrote:\n> Hi Sam\n\nHi Dana,\n\nYes, I could.\n\nBest,\nSam", "Yes, I could."),
        ("> one\n> two", ""),
        ("On Mon, 2 Mar 2026 Dana <d@n.example> wrote:\n> one", ""),
    ],
    ids=["between", "below", "angles alone", "nothing of one's own"],
)
def test_answers_between_and_below_the_quoted_lines(text, body):
    assert parse(text).part_text("body") == body


@pytest.mark.parametrize(
    "head, subject, header",
    [
        ("Subject: Thank you", "Thank you", ""),
        ("subject : Thank you", "Thank you", ""),
        ("SUBJECT LINE: Thank you", "Thank you", ""),
        ("**Subject:** Thank you", "Thank you", ""),
        ("Betreff: Danke", "Danke", ""),
        ("Objet : Merci", "Merci", ""),
        ("Subject: Re: Interview", "Re: Interview", ""),
        ("Re: Interview", "Re: Interview", ""),
        ("AW: Interview", "AW: Interview", ""),
        ("Fwd: Interview", "Fwd: Interview", ""),
        ("Subject:", "", ""),
        ("To: d@n.example\nCc: t@n.example\nSubject: Hi", "Hi", "To: d@n.example\nCc: t@n.example"),
        ("From: Sam <s@m.example>\nTo: Dana\nSubject: Hi", "Hi", "From: Sam <s@m.example>\nTo: Dana"),
        ("Subject: Hi\nFrom: Sam <s@m.example>\nTo: Dana", "Hi", "From: Sam <s@m.example>\nTo: Dana"),
        ("Subject: Hi\nDate: Mon, 2 Mar 2026", "Hi", "Date: Mon, 2 Mar 2026"),
    ],
    ids=ascii,
)
def test_the_head_of_a_mail(head, subject, header):
    draft = parse(f"{head}\n\n{OWN}")
    assert draft.has("subject")
    assert draft.part_text("subject") == subject
    assert draft.part_text("header") == header
    assert draft.part_text("greeting") == "Hi Dana,"
    assert not draft.has("quoted")
