"""Examines a whole document: opens it strictly, then every signature, then every step between revisions.

The order is from cheap to dear, and the dear judge is asked last, by `judge`, and only where nothing was found before.

Loads pyHanko: import it where it is used. Must not know who should have signed, or keys known from elsewhere.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pyhanko.pdf_utils.generic import Reference as PdfReference
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.signing.attachments import read_attachments
from workbench.signing.door import FAILURES, opened
from workbench.signing.findings import Finding, RefusedError, broken, changed, unverifiable
from workbench.signing.form import SignaturePlace, read_places
from workbench.signing.integrity import Examined, examine_signature
from workbench.signing.policy import only_signs
from workbench.signing.report import Attachment, Signature
from workbench.signing.revisions import Layout, read_layout
from workbench.signing.steps import step_findings


@dataclass(frozen=True)
class Step:
    """The way from one revision to the next.

    Attributes:
        one: The signature it is for.
        old: The document before.
        new: The document after.
    """

    one: Examined
    old: HistoricalResolver
    new: HistoricalResolver


@dataclass
class Examination:
    """What is known of a document so far; filled in step by step, so that a failure leaves what was found before it.

    Attributes:
        places: The places to sign.
        attachments: The embedded files as of the base.
        base_end: Behind the last byte of the base; 0 while unknown.
        signatures: In the order they were made.
        findings: What is wrong.
        examined: What the signatures are made of.
        unjudged: The steps between revisions that pyHanko's difference analysis was not asked about, oldest first.
    """

    places: tuple[SignaturePlace, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    base_end: int = 0
    signatures: tuple[Signature, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    examined: tuple[Examined, ...] = ()
    unjudged: tuple[Step, ...] = ()


def examine(data: bytes, now: dt.datetime) -> Examination:
    """Examine a document; whatever goes wrong on the way is a finding.

    Args:
        data: The document.
        now: The present.
    """
    found = Examination()
    try:
        _examine(data, now, found)
    except RefusedError as refused:
        found.findings.append(refused.finding)
    except FAILURES:
        found.findings.append(unverifiable(N_("The file cannot be read strictly, so it cannot be verified here.")))
    return found


def judge(found: Examination) -> None:
    """Have the slow second judge look at every step, until one is found to have changed something else."""
    for step in found.unjudged:
        if found.findings:
            break
        try:
            fine = only_signs(step.old, step.new, field=step.one.place.name, first=step.one.update.number == 1)
        except FAILURES:  # something in the revision cannot even be compared
            fine = False
        if not fine:
            found.findings.append(_other_changes(step.one))
    found.unjudged = ()
    found.signatures = _as_they_stand(found)


def _examine(data: bytes, now: dt.datetime, found: Examination) -> None:
    reader = opened(data)
    found.places = read_places(reader)
    signed = [place for place in found.places if place.value is not None]
    base = reader.get_historical_resolver(0)
    found.attachments = read_attachments(base)
    carries_one = sum(file.is_agreement for file in found.attachments) == 1
    if not signed:
        found.base_end = len(data)
        if carries_one and reader.xrefs.total_revisions > 1:
            found.findings.append(changed(1, N_("The document was changed after it was made, unsigned.")))
        return
    if not carries_one:
        raise RefusedError(unverifiable(N_("The document carries no agreement, so it was not made here.")))
    if [_unsigned(place) for place in read_places(base)] != [_unsigned(place) for place in found.places]:
        found.findings.append(changed(1, N_("The places to sign are not those of the document as it was made.")))
    layout = read_layout(reader, data)
    found.base_end = layout.base_end
    found.findings.extend(layout.findings)
    dated = sorted(((_revision_of(reader, place), place) for place in signed), key=lambda pair: pair[0])
    examined = list(_signatures(reader, data, dated, layout, now, found.findings))
    found.findings.extend(finding for one in examined for finding in one.findings)
    found.findings.extend(_order_findings(examined, layout, {number for number, _ in dated}))
    found.findings.extend(_key_findings(examined))
    found.examined = tuple(examined)
    if len(examined) == len(signed) == len(layout.updates):
        steps = [_step(reader, one) for one in examined]
        for step in steps:
            found.findings += _step_findings(step)
        found.unjudged = tuple(steps)
    found.signatures = _as_they_stand(found)


def _signatures(
    reader: PdfFileReader,
    data: bytes,
    dated: Sequence[tuple[int, SignaturePlace]],
    layout: Layout,
    now: dt.datetime,
    findings: list[Finding],
) -> Iterator[Examined]:
    """Every signature that can be examined, oldest first; for the others a finding."""
    by_number = {update.number: update for update in layout.updates}
    for number, place in dated:
        update = by_number.get(number)
        if update is None:
            findings.append(broken(N_("The signature for {role} has no revision of its own."), role=place.role))
            continue
        try:
            yield examine_signature(reader, data, place, update, last=update.end == len(data), now=now)
        except RefusedError as refused:
            findings.append(refused.finding)
        except WorkbenchError:
            findings.append(broken(N_("The certificate of {role} cannot be read."), role=place.role))
        except FAILURES:
            findings.append(broken(N_("The signature for {role} cannot be read."), role=place.role))


def _order_findings(examined: Sequence[Examined], layout: Layout, signed_in: Collection[int]) -> Iterator[Finding]:
    """One signature for each update, one update for each signature, and the first certifies."""
    numbers = [one.update.number for one in examined]
    for update in layout.updates:
        if update.number not in signed_in:
            yield changed(update.number, N_("Update {number} of the file is not signed."), number=update.number)
    if len(set(numbers)) != len(numbers):
        yield broken(N_("One signature is used for more than one place."))
    if examined and not examined[0].signature.certifies:
        yield unverifiable(N_("The first signature does not fix the document against other changes."))
    for earlier, later in itertools.pairwise(examined):
        if earlier.locks:
            yield changed(
                later.update.number, N_("{role} permitted no further signature."), role=earlier.signature.role
            )


def _key_findings(examined: Sequence[Examined]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for one in examined:
        key, role = one.signature.holder.key_fingerprint, one.signature.role
        if key in seen:
            yield broken(N_("{role} and {other} signed with one and the same key."), role=role, other=seen[key])
        seen[key] = role


def _step(reader: PdfFileReader, one: Examined) -> Step:
    old, new = (reader.get_historical_resolver(number) for number in (one.update.number - 1, one.update.number))
    return Step(one, old, new)


def _step_findings(step: Step) -> list[Finding]:
    """What the revision of a signature changed besides it, by our own list of what it may touch."""
    try:
        return list(step_findings(step.old, step.new, step.one.update, step.one.place))
    except FAILURES:  # something in the revision cannot even be compared
        return [_other_changes(step.one)]


def _other_changes(one: Examined) -> Finding:
    said = N_("The signature for {role} came with other changes to the document.")
    return changed(one.update.number, said, role=one.place.role)


def _as_they_stand(found: Examination) -> tuple[Signature, ...]:
    return tuple(_as_it_stands(one.signature, one.update.number, found.findings) for one in found.examined)


def _as_it_stands(signature: Signature, number: int, findings: Sequence[Finding]) -> Signature:
    """A signature that a later revision spoiled does not speak for the document any more."""
    spoiled = any(finding.since is not None and finding.since > number for finding in findings)
    return replace(signature, intact=signature.intact and not spoiled)


def _revision_of(reader: PdfFileReader, place: SignaturePlace) -> int:
    """The revision in which a place's signature was last written."""
    assert place.value is not None  # only signed places are asked for
    return int(reader.xrefs.get_last_change(PdfReference(*place.value, reader)))


def _unsigned(place: SignaturePlace) -> SignaturePlace:
    return replace(place, value=None)
