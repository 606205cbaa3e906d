"""``python -m tests.accuracy``: measure, and write docs/accuracy.md and rules/accuracy.json; or show one fault's misses."""

from __future__ import annotations

import argparse
import os
from random import Random

from tests.accuracy.faults import FAULTS
from tests.accuracy.proving import pages
from tests.accuracy.proving.measure import measure
from tests.accuracy.proving.real import CORPUS, trials_on
from tests.accuracy.proving.trials import checked, clean

TRIALS, CLEAN = 60, 2000


def main() -> None:
    """Run as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=TRIALS)
    parser.add_argument("--clean", type=int, default=CLEAN)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--fault", action="append", default=[], help="measure these alone, and write nothing")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N misses of each")
    asked = parser.parse_args()
    measured = measure(asked.trials, asked.clean, asked.jobs, asked.fault)
    for one in measured.faults.values() if asked.fault else ():
        print(f"{one.id}: {one.placed} of {one.trials} at the right place, {one.found} found, by {dict(one.rules)}")
        for seed in one.missed[: asked.show]:
            _show(one.id, seed)
    for alarm in measured.alarms[:40]:
        print(f"clean report {alarm.seed}: {alarm.severity} {alarm.rule} “{alarm.quote}”")
    if not asked.fault:
        print(pages.write(measured))
        if CORPUS.is_dir():
            print(f"Put into the further reports in {CORPUS.name}: {trials_on(CORPUS, pages.own_faults())}")


def _show(id_: str, seed: int) -> None:
    injected = FAULTS[id_](clean(seed)[0], Random(f"{id_} {seed}"))  # noqa: S311 - repeatable on purpose
    if injected is None:
        return
    text = injected.sample.text()
    print(
        f"  seed {seed}, {injected.sample.regime} {injected.sample.year}, due: {injected.category} {injected.about or ''}"
    )
    for start, end in injected.sample.marks():
        print(f"    …{text[max(0, start - 40) : start]}【{text[start:end]}】{text[end : end + 30]}…".replace("\n", "⏎"))
    before = clean(seed)[1]
    for finding in checked(injected.sample).findings:
        quotes = [one.quote[:40] for one in finding.evidence]
        if (finding.rule, finding.about or "", *(one.quote for one in finding.evidence)) not in before:
            print(f"    got {finding.severity} {finding.rule} {finding.about or ''} {quotes}")


if __name__ == "__main__":
    main()
