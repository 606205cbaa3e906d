"""Baseline (基线): the findings that were there before, so that a check fails on new ones alone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.model.result import OutcomeKind, Status
from checker.waivers import Waiver

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.model.result import DocumentResult, Finding

    Baseline = Mapping[str, "Known"]

KNOWN = "基线中已有 / known in the baseline"
"""The reason that a finding of the baseline is waived with."""


class Known(NamedTuple):
    """A finding that was there: at how many ``places`` of one report; ``rule`` and ``document`` are for the reader."""

    fingerprint: str
    rule: str
    document: str
    places: int = 1


def is_known(finding: Finding) -> bool:
    """Tell whether a finding is waived for standing in the baseline."""
    return finding.waived == KNOWN


def covering(known: Baseline, document: DocumentResult) -> dict[str, Waiver]:
    """Give the waivers that a baseline makes for one report.

    The same words may be found at several places of a section. Where they are more than before, nobody can tell the new
    place from the old: then all of them stand.
    """
    return {
        fingerprint: Waiver(fingerprint, KNOWN)
        for fingerprint, places in _places(document).items()
        if fingerprint in known and places <= known[fingerprint].places
    }


def taken(documents: Iterable[DocumentResult], before: Baseline) -> tuple[Known, ...]:
    """Take down every finding of ``documents`` that no one has waived, by document, rule and fingerprint.

    What nothing was learned of stays as it was ``before``: files that could not be read, rules that crashed.
    """
    made: dict[str, Known] = {}
    for document in documents:
        for one in _found(document, before):
            there = made.get(one.fingerprint, one)
            made[one.fingerprint] = there._replace(places=max(there.places, one.places))
    return tuple(sorted(made.values(), key=lambda one: (one.document, one.rule, one.fingerprint)))


def gone(documents: Iterable[DocumentResult], known: Baseline) -> tuple[Known, ...]:
    """Give what stands in the baseline and was found no more in reports that were read now."""
    found: set[str] = set()
    read: set[str] = set()
    for document in documents:
        found.update(one.fingerprint for one in document.findings)
        if document.status is not Status.UNREADABLE:
            read.add(document.name)
    return tuple(one for one in known.values() if one.document in read and one.fingerprint not in found)


def _places(document: DocumentResult) -> Counter[str]:
    return Counter(one.fingerprint for one in document.findings)


def _found(document: DocumentResult, before: Baseline) -> Iterable[Known]:
    """What is waived by its words has a waiver of its own and needs no baseline."""
    standing = [one for one in document.findings if one.waived is None or is_known(one)]
    places = _places(document)
    yield from (Known(one.fingerprint, one.rule, document.name, places[one.fingerprint]) for one in standing)
    yield from (one for one in before.values() if one.document == document.name and _unlearned(document, one))


def _unlearned(document: DocumentResult, one: Known) -> bool:
    crashed = {result.rule for result in document.results if result.outcome is OutcomeKind.ERROR}
    return document.status is Status.UNREADABLE or one.rule in crashed
