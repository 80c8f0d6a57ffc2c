"""What can be said about a document, always as four answers: integrity, identity, time, completeness.

They are never one tick. A self-issued key is called that, a clock is the signer's, and a document this program cannot
judge is not called forged. Must not know either face.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from workbench.agreement.lifecycle import required_roles
from workbench.base.language import N_, Language
from workbench.services.verifying import ANOTHER_CONTENT, UNCOMPARED, DocumentAnswer

Question = Literal["integrity", "identity", "time", "completeness"]
Tone = Literal["ok", "idle", "warn", "bad"]

QUESTION_LABEL: dict[Question, str] = {
    "integrity": N_("Integrity"),
    "identity": N_("Identity"),
    "time": N_("Time"),
    "completeness": N_("Completeness"),
}
VERDICT_LABEL: dict[str, str] = {
    "valid": N_("Unchanged, and signed by everybody required"),
    "incomplete": N_("Unchanged; signatures are still missing"),
    "unsigned": N_("Nobody has signed it"),
    "changed": N_("Changed after it was signed"),
    "broken": N_("A signature does not hold"),
    "unverifiable": N_("It cannot be verified here"),
    "comparing": N_("Its pages are being compared"),
}


@dataclass(frozen=True)
class Said:
    """One of the four answers.

    Attributes:
        question: Which.
        answer: In a few words.
        more: What it rests on, or what is left open.
        waits: More will be said in a moment.
        tone: `ok` only where it was proved here; `idle` where only the signer vouches.
    """

    question: Question
    answer: str
    more: str
    tone: Tone
    waits: bool = False


class FourAnswers:
    """Puts an answer about a document into words.

    Args:
        answer: What was found.
        language: For the words.
        moment: Writes a moment on the wall clock to be shown.
    """

    def __init__(self, answer: DocumentAnswer, language: Language, moment: Callable[[dt.datetime], str]) -> None:
        self._answer, self._language, self._moment = answer, language, moment

    def all(self) -> tuple[Said, Said, Said, Said]:
        """The four, always in this order."""
        return self.integrity(), self.identity(), self.time(), self.completeness()

    def verdict(self) -> str:
        """The heading above the four."""
        return self._say(VERDICT_LABEL[self._answer.verdict])

    def integrity(self) -> Said:
        """Is it as it was signed, and is it what this program makes of the agreement inside?"""
        found = self._answer
        count = len(found.signers)
        reasons = " ".join(found.sentences(self._language))
        match found.examined.verdict:
            case "broken":
                return Said("integrity", self._say(VERDICT_LABEL["broken"]), reasons, "bad")
            case "changed":
                return Said("integrity", self._say(VERDICT_LABEL["changed"]), reasons, "bad")
        if found.agreement is None or found.examined.verdict == "unverifiable":
            return Said("integrity", self._say(VERDICT_LABEL["unverifiable"]), self._foreign(), "idle")
        if found.verdict == "comparing":
            return self._comparing(count)
        if found.rendering == "different" or (ANOTHER_CONTENT, ()) in found.reasons:
            return Said("integrity", self._say(N_("Pages and data do not belong together")), reasons, "bad")
        said = self._say(N_("Unchanged since signature {n}"), n=count) if count else self._say(N_("As it was made"))
        more, tone = self._stored()
        if found.rendering in UNCOMPARED:
            more = f"{more} {self._say(UNCOMPARED[found.rendering])}"
            tone = "idle" if tone == "ok" else tone
        return Said("integrity", said, more, tone if count or tone != "ok" else "idle")

    def _comparing(self, count: int) -> Said:
        """The signatures are judged, the pages not yet."""
        said = N_("Every signature holds so far") if count else N_("Nobody has signed it")
        more = N_("Its pages and its spreadsheet are being compared with what this program makes of the data inside.")
        return Said("integrity", self._say(said), self._say(more), "idle", waits=True)

    def identity(self) -> Said:
        """Who vouches for the names?"""
        found = self._answer
        if not found.signers:
            return Said("identity", self._nobody(), "", "idle")
        changed = [seen for seen in found.signers if seen.key == "changed"]
        if changed:
            one = changed[0]
            said = self._say(N_("Another key than the one known for {role}"), role=one.role)
            more = self._say(
                N_("Compare the fingerprint with {name} before you rely on it."), name=one.signature.holder.name
            )
            return Said("identity", said, more, "warn")
        others = " ".join(found.other_people(self._language))
        kinds = dict.fromkeys(seen.signature.identity.text(self._language) for seen in found.signers)
        said = "; ".join(kinds)
        said = said[:1].upper() + said[1:]
        known = [seen.known_since for seen in found.signers if seen.key == "pinned" and seen.known_since]
        if len(known) == len(found.signers):
            said = self._say(N_("{kind}, known here since {moment}"), kind=said, moment=self._moment(max(known)))
        elif any(seen.key == "new" for seen in found.signers):
            said = self._say(N_("{kind}, first seen here now"), kind=said)
        claimed = self._say(N_("Names and addresses are the signers' own claim."))
        return Said("identity", said, f"{others} {claimed}".strip(), "warn" if others else "idle")

    def time(self) -> Said:
        """Whose clock?"""
        signers = self._answer.signers
        if not signers:
            return Said("time", self._nobody(), "", "idle")
        moments = [seen.signature.signed_at for seen in signers if seen.signature.signed_at]
        clocks = dict.fromkeys(seen.signature.time.text(self._language) for seen in signers)
        said = "; ".join(clocks)
        said = said[:1].upper() + said[1:]
        if moments:
            said = self._say(N_("{clock}, {moment}"), clock=said, moment=self._moment(max(moments)))
        stamped = any(seen.signature.time.values for seen in signers)
        more = N_("The stamp's issuer is not checked here.") if stamped else N_("No outside time stamp.")
        return Said("time", said, self._say(more), "idle")

    def completeness(self) -> Said:
        """Has everybody signed who must?"""
        found = self._answer
        if found.agreement is None:
            said = self._language.count(N_("{n} signature found"), N_("{n} signatures found"), len(found.signers))
            more = self._say(N_("Who must sign is not known for this file."))
            return Said("completeness", said.format(n=len(found.signers)), more, "idle")
        roles = required_roles(found.agreement)
        done = len(roles) - len(found.missing)
        said = self._say(N_("{done} of {all} required signatures"), done=done, all=len(roles))
        early = found.order_sentences(self._language)
        if found.missing:
            open_roles = [role for role in found.missing if role not in found.on_paper]
            told = [self._say(N_("Still to sign: {roles}."), roles=", ".join(open_roles))] if open_roles else []
            if found.on_paper:
                words = N_("On paper, a scan is kept here: {roles}.")
                told.append(self._say(words, roles=", ".join(found.on_paper)))
            return Said("completeness", said, " ".join([*told, *early]), "warn")
        if early:
            return Said("completeness", self._say(N_("{counted}, out of order"), counted=said), " ".join(early), "warn")
        holds = found.examined.verdict in {"valid", "incomplete"}
        return Said("completeness", said, ", ".join(roles) + ".", "ok" if roles and holds else "idle")

    def _stored(self) -> tuple[str, Tone]:
        """Whether it is the version that is stored here."""
        found = self._answer
        assert found.envelope is not None  # found with the agreement
        number = found.envelope.header.number
        match found.stored:
            case "same":
                return self._say(N_("Equals version {n} stored here."), n=number), "ok"
            case "different":
                return self._say(N_("It says it is version {n}, but not the one stored here."), n=number), "warn"
        return self._say(N_("This library does not hold that version.")), "ok"

    def _foreign(self) -> str:
        said = self._say(
            N_("It was not made by SLA Workbench, or in a way this program cannot judge. That says nothing against it.")
        )
        return " ".join([*self._answer.sentences(self._language), said])

    def _nobody(self) -> str:
        if self._answer.agreement is None:  # a signature may be there that cannot be read
            return self._say(N_("No signature can be read"))
        return self._say(N_("Nobody has signed yet"))

    def _say(self, message: str, **values: object) -> str:
        return self._language.text(message).format(**values)
