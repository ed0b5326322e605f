"""The same person under another spelling, and somebody's name with a slip in it."""

from __future__ import annotations

import pytest

from checker.core.names import Person, distance, is_person, misspells, name_words, plain_forms, same_word

SHORT = {"robert": ["bob", "rob"], "rebecca": ["becca", "bec"], "elizabeth": ["liz", "beth"]}


@pytest.mark.parametrize(
    "name, words",
    [
        ("Dana Ortiz", "dana ortiz"),
        ("Dr. Dana Ortiz, PhD", "dana ortiz"),
        ("Prof. Dr. Sabine Thoma", "sabine thoma"),
        ("Mrs Goodall", "goodall"),
        ("Dr.Ortiz", "ortiz"),
        ("Mary-Jane Watson", "mary jane watson"),
        ("R. J. Hollis, P.E.", "r j hollis"),
        ("J.P. Morgan", "j p morgan"),
        ("Seamus O’Brien", "seamus o'brien"),
        ("Zoë ÅKERSTRÖM", "zoë åkerström"),
        ("Jack Ma", "jack ma"),
        ('Oluwaseun "Seun" Adebayo-Clarke', "oluwaseun seun adebayo clarke"),
        ("Sam Reyes Jr.", "sam reyes"),
        ("Alhaji Danladi Bello", "danladi bello"),
        ("Matron Bernadette Quill", "bernadette quill"),
        ("Col", "col"),
        ("  ", ""),
        ("?", ""),
    ],
)
def test_name_words(name, words):
    assert name_words(name) == tuple(words.split())


@pytest.mark.parametrize(
    "word, forms",
    [
        ("Müller", "muller mueller"),
        ("Jørgensen", "jorgensen joergensen"),
        ("Łukasz", "lukasz"),
        ("Zieliński", "zielinski"),
        ("Strauß", "strauss"),
        ("Đặng", "dang"),
        ("Ångström", "angstrom aangstroem"),
        ("Zoe\u0308", "zoe"),
        ("İpek", "ipek"),
        ("Dana's", "dana"),
        ("Dana", "dana"),
    ],
    ids=ascii,
)
def test_plain_forms(word, forms):
    assert plain_forms(word) == set(forms.split())


@pytest.mark.parametrize(
    "written, known, same",
    [
        ("dana", "dana", True),
        ("muller", "müller", True),
        ("mueller", "müller", True),
        ("zoe", "zoë", True),
        ("d", "dana", True),
        ("dana", "d", True),
        ("e", "dana", False),
        ("bob", "robert", True),
        ("robert", "bob", True),
        ("liz", "elizabeth", True),
        ("sam", "samantha", True),
        ("samantha", "sam", False),
        ("dan", "dana", False),
        ("katherine", "catherine", False),
        ("tom", "dana", False),
    ],
)
def test_same_word(written, known, same):
    assert same_word(written, known, SHORT) is same


DANA = Person(("Dr. Dana Marie Ortiz", "Dee"))


@pytest.mark.parametrize(
    "written, same",
    [
        ("Dana", True),
        ("Ortiz", True),
        ("Dana Ortiz", True),
        ("Ortiz Dana", True),
        ("D. Ortiz", True),
        ("Dana-Marie", True),
        ("DanaMarieOrtiz", True),
        ("Dee", True),
        ("Tom", False),
        ("Dana Baker", False),
        ("Tom Ortiz", False),
    ],
)
def test_is_person(written, same):
    assert is_person(name_words(written), DANA, SHORT) is same


def test_names_from_east_asia_in_either_order():
    person = Person(("Tan Wei Ling",))
    assert is_person(("wei", "ling"), person, {}) and is_person(("wei", "ling", "tan"), person, {})


def test_shown_is_what_they_sign_with():
    assert DANA.shown == "Dee"
    assert Person(("Dana Ortiz",)).shown == "Dana Ortiz"


@pytest.mark.parametrize(
    "left, right, edits",
    [
        ("", "", 0),
        ("dana", "dana", 0),
        ("dana", "diana", 1),
        ("dana", "dan", 1),
        ("dana", "dena", 1),
        ("ortiz", "oritz", 1),
        ("jeffrey", "geoffrey", 2),
        ("whitcomb", "whitcombe", 1),
        ("abc", "xyz", 3),
        ("abcd", "wxyz", 4),
        ("abcdef", "uvwxyz", 4),
        ("a", "abcdefgh", 4),
    ],
)
def test_distance(left, right, edits):
    assert distance(left, right) == distance(right, left) == edits


@pytest.mark.parametrize(
    "written, known, slip",
    [
        ("ortis", "ortiz", True),
        ("oritz", "ortiz", True),
        ("katherine", "catherine", True),
        ("whitcombe", "whitcomb", True),
        ("laframbiose", "laframboise", True),
        ("ortiz", "ortiz", False),
        ("muller", "müller", False),
        ("mueller", "müller", False),
        ("muler", "müller", True),
        ("tom", "tim", True),
        ("al", "ali", False),
        ("baker", "ortiz", False),
        ("dana", "donna", False),
        ("jeffrey", "geoffrey", True),
    ],
)
def test_misspells(written, known, slip):
    assert misspells(written, known) is slip
