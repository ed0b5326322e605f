"""The commands for reading the guidance and for editing the rules."""

from __future__ import annotations

import json
from pathlib import Path

from rules_folder import PAGE, RULE, write_rules

from checker.cli import main


def test_explain(run) -> None:
    status, out, _ = run("explain", "no-hurry")
    assert status == 0
    for words in (
        "Do not hurry your reader\nno-hurry: error, stages: any\n",
        "\nWhy\nNobody likes to be hurried.\n",
        "\nHow\nAsk, and leave",
        "\nIs found\n- Please **reply at once**.\n",
        "\nIs left alone\n- I enjoyed hearing",
        "\nShould be found, and is not yet\n- The sooner the better.\n    only hinted at\n",
        "\nSources\n- A careers office (for): Do not hurry people.\n  https://careers.example/handbook\n",
    ):
        assert words in out


def test_explain_knows_what_was_meant(run) -> None:
    assert run("explain", "no-hury") == (2, "", "There is no rule `no-hury`. Did you mean `no-hurry`?\n")
    assert run("explain", "zzz") == (2, "", "There is no rule `zzz`. `afterword rules` lists all of them.\n")
    assert run("explain", "no-rush") == (2, "", "`no-rush` is now called `no-hurry`.\n")


def test_rules_are_listed(run) -> None:
    assert run("rules")[1].splitlines() == [
        "id          level       kind     stages     title",
        "ask-first   guidance    none     any        Ask first",
        "no-hurry    error       phrase   any        Do not hurry your reader",
        "say-thanks  warning     missing  thank-you  Say thank you",
        "wait-a-day  suggestion  timing   thank-you  Wait a day",
    ]


def test_prove(run) -> None:
    status, out, _ = run("prove", "no-hurry", "say-thanks")
    assert (status, out) == (0, "2 rules proved, 9 examples\n")


def test_prove_tells_what_fails(run, rules: Path) -> None:
    write_rules(rules, RULE.replace("Call me **asap**", "Call me **soon**"))
    status, out, _ = run("prove")
    assert status == 1
    assert out.splitlines()[0].startswith("rules/tone/no-hurry.yml:")
    assert out.splitlines()[-1] == "3 rules proved, 12 examples; 1 rule failed, 1 failure"
    status, out, _ = run("prove", "--format", "github")
    assert out.startswith("::error file=rules/tone/no-hurry.yml,line=")


def test_prove_of_the_guide(run, rules: Path) -> None:
    (rules / "guide").mkdir()
    page = rules / "guide" / "after-lunch.yml"
    page.write_text(PAGE)
    assert run("prove")[1].splitlines()[-1] == "1 page of the guide proved"
    assert run("prove", "after-lunch")[:2] == (0, "1 page of the guide proved\n")
    assert run("prove", "no-hurry")[:2] == (0, "1 rule proved, 5 examples\n")
    page.write_text(PAGE.replace("It was good.", "Reply at once."))
    status, out, _ = run("prove", "after-lunch")
    assert status == 1 and out.startswith("rules/guide/after-lunch.yml:11:5: the rule no-hurry finds something")
    assert out.splitlines()[-1] == "0 pages of the guide proved; 1 page failed, 1 failure"


def test_prove_of_an_unknown_rule(run) -> None:
    assert run("prove", "no-hury")[0] == 2


def test_schemas_are_written_into_the_rules_folder(run, rules: Path) -> None:
    status, out, _ = run("schema")
    assert status == 0 and out.count("wrote") == 2
    assert json.loads((rules / "schema.json").read_text())["title"] == "A rule of Afterword"
    assert json.loads((rules / "guide-schema.json").read_text())["title"] == "A page of the guide"


def test_tables_are_written_into_the_rules_folder(run, rules: Path) -> None:
    status, out, _ = run("tables", "--years", "2026-2027")
    assert status == 0 and out.count("wrote") == 2
    holidays = json.loads((rules / "tables" / "holidays.json").read_text())
    assert list(holidays["US"]) == ["2026", "2027"] and "0101" in holidays["GB"]["2026"].split()
    assert run("tables", "--years", "soon")[0] == 2


def test_help_and_wrong_use(capsys) -> None:
    assert main(["--help"]) == 0
    assert "explain" in capsys.readouterr().out
    assert main([]) == 2
    assert main(["chek"]) == 2
    assert main(["check", "--format", "xml"]) == 2
    assert main(["--version"]) == 0


def test_errors_of_rule_files_as_annotations(run, rules: Path) -> None:
    (rules / "tone" / "a,b.yml").write_text("id: x\n")
    write_rules(rules, RULE.replace("kind: phrase", "kind: phrse").replace("Do not hurry your reader", "100% '::error::'"))
    status, out, err = run("prove", "--format", "github")
    assert (status, out) == (2, "")
    lines = err.splitlines()
    assert "::error file=rules/tone/a%2Cb.yml,line=1,col=1::`title` is missing in the rule" in lines
    assert "::error file=rules/tone/no-hurry.yml,line=5,col=7::`phrse` is no kind; expected one of " in err
    assert all(line.startswith("::error file=rules/tone/") for line in lines[:-1]) and lines[-1].endswith("nothing was done.")
