"""What settings make of a rule set: rules left out, severities changed; version and digest tell that it is another."""

from __future__ import annotations

import hashlib
import json
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.configuration.faults import probably
from checker.engine import STATUS_KIND
from checker.model.record import NamedTuple
from checker.model.rule import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.configuration.settings import Setting, Settings
    from checker.ruleset.ruleset import Ruleset

_CHANGING = ("select", "ignore")
_NOWHERE = (-1, False)
_EVERYWHERE = (0, False)


class Selector(NamedTuple):
    """Rules by id or by the beginning of ids: the rule of that id if there is one, else those whose id begins with its words.

    ``TIME*`` means all whose id begins so, whatever rule is called ``TIME``.
    """

    text: str
    exact: bool

    def rank(self, id_: str) -> tuple[int, bool]:
        """Tell how closely this means the rule ``id_``: the more of its id is named, the closer; -1 for not at all."""
        stem = self.text.rstrip("*")
        begins = id_.startswith(stem if self.text.endswith("*") else f"{stem}-")
        meant = id_ == self.text if self.exact else begins
        return (len(stem), self.exact) if meant else _NOWHERE


def in_force(ruleset: Ruleset, settings: Settings) -> Ruleset:
    """Give the rule set that ``settings`` make of ``ruleset``; raises RuleFileError for a selector that means no rule."""
    changed = _selected(_weighed(ruleset.rules, settings), ruleset.rules, settings)
    if changed == ruleset.rules and not settings.local:
        return ruleset
    version = f"{ruleset.version}+{'.'.join(_labels(settings))}"
    return ruleset._replace(rules=MappingProxyType(changed), version=version, digest=_digest(ruleset, changed))


def _selected(rules: Mapping[str, Rule], known: Mapping[str, Rule], settings: Settings) -> dict[str, Rule]:
    select, ignore = (_selectors(settings.values.get(name), known) for name in _CHANGING)
    kept = {id_: rule for id_, rule in rules.items() if _is_kept(rule, select, ignore)}
    if (select or ignore) and all(rule.kind == STATUS_KIND for rule in kept.values()):
        last = settings.values[_CHANGING[bool(ignore)]]
        raise last.layer.error(last.trail, "没有剩下任何规则 / no rule is left")
    return kept


def _is_kept(rule: Rule, select: tuple[Selector, ...], ignore: tuple[Selector, ...]) -> bool:
    """The closer of both decides. What tells that a file was not judged goes only by its own id: silence would be passing."""
    against = max((one.rank(rule.id) for one in ignore), default=_NOWHERE)
    if rule.kind == STATUS_KIND:
        return not against[1]
    return max((one.rank(rule.id) for one in select), default=_EVERYWHERE) > against


def _selectors(setting: Setting | None, known: Iterable[str]) -> tuple[Selector, ...]:
    if setting is None:
        return ()
    return tuple(_selector(text, known, setting, (index,)) for index, text in enumerate(setting.value))


def _selector(text: str, known: Iterable[str], setting: Setting, place: tuple[int, ...] = ()) -> Selector:
    made = Selector(text, text in known)
    if all(made.rank(id_) == _NOWHERE for id_ in known):
        message = f"没有这样的规则“{text}”{probably(text, [*known, *_families(known)])}"
        raise setting.layer.error((*setting.trail, *place), message)
    return made


def _families(known: Iterable[str]) -> Iterator[str]:
    yield from sorted({id_.rsplit("-", count)[0] for id_ in known for count in range(1, id_.count("-") + 1)})


def _weighed(rules: Mapping[str, Rule], settings: Settings) -> dict[str, Rule]:
    wanted = [(_selector(text, rules, one), Severity(one.value)) for text, one in settings.severities.items()]
    return {id_: _with_severity(rule, wanted) for id_, rule in rules.items()}


def _with_severity(rule: Rule, wanted: Iterable[tuple[Selector, Severity]]) -> Rule:
    closest = max(((one.rank(rule.id), severity) for one, severity in wanted), default=(_NOWHERE, rule.severity))
    return rule if closest[0] == _NOWHERE else rule._replace(severity=closest[1])


def _labels(settings: Settings) -> list[str]:
    """Name what changed the rules: the profile, and ``custom`` for a configuration file."""
    values = (settings.values[name] for name in _CHANGING if name in settings.values)
    return sorted({one.layer.label for one in (*values, *settings.severities.values(), *settings.local)})


def _digest(ruleset: Ruleset, rules: Mapping[str, Rule]) -> str:
    content = json.dumps([ruleset.digest, {id_: rules[id_].severity.value for id_ in sorted(rules)}])
    return hashlib.sha256(content.encode()).hexdigest()
