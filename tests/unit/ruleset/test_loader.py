from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from checker.model.rule import Basis, Bilingual, Organ, RuleStatus, Severity, Tier
from checker.ruleset.loader import COMPILED_FORMAT, from_compiled
from checker.ruleset.ruleset import SectionFormat

TEXT = {"zh": "甲", "en": "a"}
RULE: dict[str, Any] = {
    "id": "ONE",
    "category": "title",
    "title": TEXT,
    "failed": TEXT,
    "status": "draft",
    "section": "fees",
    "severity": "warning",
    "weight": 2,
    "basis": [{"instrument": "law", "article": "第三十二条"}],
    "kind": "required",
    "with": {"section": "fees"},
    "message": TEXT,
    "remedy": TEXT,
    "file": "form/ONE.yaml",
}
COMPILED: dict[str, Any] = {
    "compiled": COMPILED_FORMAT,
    "version": "1.2.3",
    "digest": "abc",
    "rules": [RULE],
    "instruments": [{"id": "law", "name": TEXT, "number": "第1号", "level": "statute", "years": [2008, None]}],
    "formats": [
        {"id": "2008", "years": [2008, 2018], "sections": [{"key": "fees", "title": TEXT, "headings": ["收费"]}]},
        {"id": "2019", "years": [2019, None], "sections": [], "table_rows": ["总计"]},
    ],
    "lexicons": {"words": {"a": ["b"]}},
    "scoring": {
        "sections": {"fees": 100},
        "losses": {"error": "1", "warning": "1/2", "info": "0"},
        "grades": [{"grade": "A", "from": 90}, {"grade": "B", "from": 0}],
        "gates": ["ONE"],
    },
}


def test_a_rule_is_made_of_its_compiled_form() -> None:
    rule = from_compiled(COMPILED).rules["ONE"]
    assert (rule.status, rule.severity, rule.section, rule.weight) == (RuleStatus.DRAFT, Severity.WARNING, "fees", 2)
    assert (rule.basis, rule.title) == ((Basis("law", "第三十二条"),), Bilingual("甲", "a"))
    assert (rule.kind, rule.params, rule.file) == ("required", {"section": "fees"}, "form/ONE.yaml")


def test_what_a_rule_leaves_out_has_its_default() -> None:
    rule = from_compiled(COMPILED).rules["ONE"]
    assert (rule.tiers, rule.organs, rule.requires, rule.certainty) == ((), (), (), "certain")


def test_what_a_rule_says_goes_before_the_default() -> None:
    said = {"applies_to": {"tiers": ["city"], "organs": ["office"]}, "requires": ["TWO"], "certainty": "likely"}
    rule = from_compiled(COMPILED | {"rules": [RULE | said]}).rules["ONE"]
    assert (rule.tiers, rule.organs, rule.requires, rule.certainty) == (
        (Tier.CITY,),
        (Organ.OFFICE,),
        ("TWO",),
        "likely",
    )


def test_formats_find_their_years() -> None:
    ruleset = from_compiled(COMPILED)
    found = [one.id if one else None for one in map(ruleset.format_for, (2007, 2008, 2018, 2019, 2040))]
    assert found == [None, "2008", "2008", "2019", "2019"]
    assert ruleset.formats[0].sections == (SectionFormat("fees", Bilingual("甲", "a"), ("收费",)),)
    assert ruleset.formats[1].table_rows == ("总计",)


def test_losses_are_exact() -> None:
    scoring = from_compiled(COMPILED).scoring
    assert scoring.losses == {"error": Fraction(1), "warning": Fraction(1, 2), "info": Fraction(0)}
    assert (scoring.grades, scoring.gates, scoring.sections) == ((("A", 90), ("B", 0)), ("ONE",), {"fees": 100})


def test_instruments_and_lexicons_come_along() -> None:
    ruleset = from_compiled(COMPILED)
    law = ruleset.instruments["law"]
    assert (law.number, law.level, law.first_year, law.last_year) == ("第1号", "statute", 2008, None)
    assert (ruleset.lexicons, ruleset.version, ruleset.digest) == ({"words": {"a": ["b"]}}, "1.2.3", "abc")


def test_another_compiled_format_is_refused() -> None:
    with pytest.raises(ValueError, match="compiled rule format 0"):
        from_compiled(COMPILED | {"compiled": 0})
