"""A recipient's address that is private and not one for work, told by its mail provider."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core import people
from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.outcome import CLEAN, Found, Outcome
from checker.core.situation import UNKNOWN
from checker.core.tokens import normal

_LONGEST_COUNTRY_LABEL = 3  # yahoo.com.au, yahoo.co.uk; but live.northwind.example is a company's


@dataclass(frozen=True)
class PrivateAddresses:
    """`providers` names the word list of mail providers: "gmx" stands for gmx.de, gmx.at ...; "web.de" for itself."""

    providers: str

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        return cls(check["providers"])

    def evidence(self) -> Iterable[Evidence]:
        return ()

    def judge(self, context: Context) -> Outcome:
        """One breach, about the first private address. Needs `recipients` where an address that decides is unknown."""
        situation = context.situation
        written = people.addresses(situation, context.interviewers, context.short_forms)
        if situation.text("channel") != "email":  # only an address that was chosen in so many words is used then
            given = situation.get("recipients") is not UNKNOWN
            written = [address for address in written if given and address in situation.items("recipients")]
            if not written:
                return CLEAN
        theirs = [normal(address).strip() for address in situation.items("their_addresses")]
        providers = context.words[self.providers]
        for address in written:
            if address and is_private(address, providers) and not _is_theirs(address, theirs):
                return Outcome((Found(values={"known": address}),))
        return CLEAN if written and None not in written else Outcome(needs=("recipients",))


def is_private(address: str, providers: Collection[str]) -> bool:
    """Is the address at one of these mail providers, or at a provider's address below it?"""
    host = normal(address).rpartition("@")[2].strip(" <>()[].,;\"'")
    labels = host.split(".")
    for provider in providers:
        if "." in provider:
            if host == provider or host.endswith(f".{provider}"):
                return True
        elif labels[0] == provider and (len(labels) == 2 or len(labels) == 3 and len(labels[1]) <= _LONGEST_COUNTRY_LABEL):
            return True
    return False


def _is_theirs(address: str, theirs: list[str]) -> bool:
    """Is it among the employer's own; `theirs` may hold whole addresses or what follows the @."""
    written = normal(address)
    return any(own and (own in written if "@" in own.strip("@") else written.rpartition("@")[2] == own.strip("@")) for own in theirs)
