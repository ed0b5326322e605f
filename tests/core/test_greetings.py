"""Where a greeting ends. A bar marks the end; what follows it is the body."""

from __future__ import annotations

import pytest

from checker.core.greetings import greeting_length, has_opener

KNOWN = frozenset({"dana", "ortiz", "tom", "baker"})


def cut(marked: str, known: frozenset[str] = KNOWN) -> str:
    text = marked.replace("|", "", 1)
    length = greeting_length(text, known)
    return text[:length] + "|" + text[length:]


LETTERS = """Dear Ms. Ortiz:|
Dear Ms Ortiz|
Dear Dana,|
Dear Dana, Tom and Priya,|
Dear Dana, Tom, and Priya,|
Dear Ms. Ortiz, Mr. Baker and Dr. Shah,|
Dear Ms. Ortiz, Mr. Baker, Dr. Shah, Ms. Lee, Mr. Kim and Ms. Okafor,|
Dear Ms. Ortiz, dear Mr. Baker,|
Dear Mr. and Mrs. Ortiz,|
Dear Mr./Ms. Ortiz,|
Dear Prof. Dr. Müller,|
Dear Dr. O’Brien,|
Dear Dr. van der Berg,|
Dear Ms. de la Cruz,|
Dear Ms. d'Angelo:|
Dear Mr. bin Abdullah,|
Dear Mr. So,|
Dear J. P.,|
Dear J.P. Morgan,|
Dear Chief (Mrs) Adeyemi,|
Dear Mr Lim (Chee Beng),|
Dear Ms Dana Ortiz (she/her),|
Dear Tanaka-san,|
Dear Priya ji,|
Dear 王伟,|
Dear Hon. Justice Achebe,|
Dear Will,|
DEAR MS ORTIZ,|
dear ms ortiz,|
Dear dana ortiz,|
Dear Dana ,|
Mr. Boateng,|
Dana and Tom,|
Ladies and Gentlemen,|
Sir,|"""

GROUPS = """To whom it may concern,|
To Whom It May Concern:|
To whomever it may concern|
Dear Sir or Madam,|
Dear sir / madam|
Respected Sir/Ma'am,|
Dear Hiring Manager,|
Dear Hiring Team,|
Dear Northwind Foods team,|
Dear hiring team at Northwind Foods,|
Dear members of the interview panel,|
Dear Members of the Search Committee:|
Dear selection committee members,|
Dear Dana and everyone at Northwind,|
Dear Dana and the team,|
Dear Dana (and team),|
Dear Dana/Tom,|
Dear Dana; Tom,|
Dear Dana + Tom,|
To the Hiring Manager,|
To the hiring team at Northwind,|
Attn: Dana Ortiz|
Hi both,|
Hi all| thanks for today
Morning all,|
Hello everyone,| thank you all
Hey you two,|
Hi Dana & Tom -| thank you both"""

CHATTY = """Hi Bec,| I hope the move went well
Hi Bec| I hope the move went well
Hi Dana.| Thanks for today
Hi Dana!| Thanks for today
Hi Dana –| thanks for today
Hi Dana—|thanks for today
Hi Dana :)| thanks for today
Hi Bec 😊|
Hi @Dana,| thanks for today
Hi Dana,|thanks for today
Hi Dana| It was great to meet you
Hi Dana,| Tom and I spoke yesterday
Hi Dana,| Tom was great
Hi Dana, Tom,| thanks both
Hi Dana, Tom and the rest of the crew,| thank you!
Hi Dana, hi Tom,|
Hi Dana,| Northwind sounds great
Hi Dana,| Monday works for me
Hi Dana,| Thank you
Hi Dana,| It's Sam
Hi,| Dana here wants to know
Hello.| This is Sam Reyes.
Hi| I wanted to say thanks
Hello there!|
Hi there,| I hope you're well
Good morning, Mrs Nwosu.| This is Ifeanyi.
Good afternoon Ms. Ortiz,|
Morning Gary,| thanks for taking me round
Happy Friday, Dana!|
G’day Mick,|
Heyyy Dana!!|
Yo Jamie,|
Hello again,| what a day
hi dana,| thanks so much
hi dana| thanks so much
hi wei ling,|
hi mr. boateng,| thanks
HI DANA,| THANKS FOR TODAY
Dana,| thank you for today
Dana!|
Dana and Tom,| thank you"""

OWN_LANGUAGE = """Sehr geehrte Frau Dr. Müller,|
Sehr geehrte Damen und Herren,|
Lieber Tom,|
Guten Tag Frau Müller,|
Bonjour Madame Dupont,|
Chère Madame,|
Estimada Sra. García:|
Hola Dana,|
Olá Dana,|
Gentile Dott.ssa Rossi,|
Ciao Dana,|
Beste Dana,|
Hej Dana!|
Kære Dana,|
Szanowna Pani,|
Kia ora Dana,|
Kia ora koutou,|
Assalamu alaikum Mr Khan,|
Namaste Dana,|
Magandang umaga po Ma'am Cruz,|
Shalom Dana,|
Уважаемая Анна Сергеевна!|"""

BLANKS = """Dear [Name],|
Dear Ms. [Last Name],|
Dear [Hiring Manager's Name],|
Dear {First Name} {Last Name},|
Dear {{name}},|
Dear <Hiring Manager>,|
Dear «Name»,|
Dear (Name),|
Dear ____,|
Dear …,|
Dear XXX,|
Dear %FIRSTNAME%,|"""

NO_GREETING = """|Thank you for yesterday.
|All the best for the season.
|Good news from my side!
|Morning works for me.
|To the point: I am out.
|Hiring seems slow.
|Dearly beloved
|Attention to detail is my strength.
|Respected as you are, I disagree.
|I, Sam Reyes,
|Best,
|Kind regards,
|Cheers,
|First,
|However,
|Congratulations,
|Subject: hi
|____,
|…,"""


@pytest.mark.parametrize(
    "marked", "\n".join([LETTERS, GROUPS, CHATTY, OWN_LANGUAGE, BLANKS, NO_GREETING]).split("\n"), ids=ascii
)
def test_where_the_greeting_ends(marked):
    assert cut(marked) == marked


def test_the_placeholder_of_a_mail_merge():
    assert greeting_length("Dear *|FNAME|*,") == len("Dear *|FNAME|*,")


def test_an_opener_may_be_somebodys_name():
    assert cut("Moin,| thank you", frozenset({"moin", "khan"})) == "Moin,| thank you"


@pytest.mark.parametrize("text, opens", [("Dear all", True), ("hi", True), ("G’day", True), ("Dana,", False), ("High", False)])
def test_has_opener(text, opens):
    assert has_opener(text) is opens
