"""The forms of English words, both ways."""

from __future__ import annotations

import pytest

from checker.core.inflect import forms, stem_options

FORMS = """expect expects expected expecting
hope hopes hoped hoping
apply applies applied applying
stay stays stayed staying
offer offers offered offering
refer refers referred referring
prefer prefers preferred preferring
limit limits limited limiting
submit submits submitted submitting
visit visits visited visiting
stop stops stopped stopping
regret regrets regretted regretting
occur occurs occurred occurring
forget forgets forgot forgotten forgetting
cancel cancels canceled cancelled canceling cancelling
travel travels traveled travelled traveling travelling
pass passes passed passing
reach reaches reached reaching
fix fixes fixed fixing
agree agrees agreed agreeing
see sees saw seen seeing
lie lies lied lying
write writes wrote written writing
send sends sent sending
hear hears heard hearing
withdraw withdraws withdrew withdrawn withdrawing
draw draws drew drawn drawing
get gets got gotten getting
be am is are was were been being
have has had having
do does did done doing
go goes went gone going"""

NO_FORMS = """offer offerred offerring
limit limitted
see seing sing seed
agree agreeed agreing
visit visitted
apply applys
lie liing
have haved
stay staies"""


@pytest.mark.parametrize("line", FORMS.split("\n"), ids=lambda line: line.split()[0])
def test_forms(line):
    word, *expected = line.split()
    assert forms(word) >= {word, *expected}


@pytest.mark.parametrize("line", NO_FORMS.split("\n"), ids=lambda line: line.split()[0])
def test_what_is_no_form(line):
    word, *wrong = line.split()
    assert forms(word).isdisjoint(wrong)


@pytest.mark.parametrize(
    "word, stem",
    [
        ("holding", "hold"),
        ("hoped", "hope"),
        ("stopped", "stop"),
        ("studies", "study"),
        ("studied", "study"),
        ("happily", "happy"),
        ("quickly", "quick"),
        ("boxes", "box"),
        ("jobs", "job"),
        ("larger", "large"),
        ("biggest", "big"),
        ("dana's", "dana"),
        ("making", "make"),
        ("red", "red"),
        ("is", "is"),
    ],
)
def test_stem_options(word, stem):
    options = stem_options(word)
    assert options[0] == word
    assert stem in options


@pytest.mark.parametrize("line", FORMS.split("\n")[:24], ids=lambda line: line.split()[0])
def test_regular_forms_lead_back_to_the_word(line):
    word = line.split()[0]
    regular = [form for form in forms(word) if form.endswith(("ing", "ed", "s")) and len(form) > 5]
    assert all(word in stem_options(form) for form in regular)
