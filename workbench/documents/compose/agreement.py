"""A version of an agreement as the document people sign. Must not know ReportLab or signatures."""

from __future__ import annotations

from collections.abc import Callable

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments
from workbench.agreement.contents import SECTIONS
from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.version import VersionHeader
from workbench.base.language import Language
from workbench.documents.blocks import Block, Document, Paper
from workbench.documents.compose import (
    annexes,
    buyer,
    common_language,
    follow_up,
    front,
    goals,
    governance,
    handoff,
    lead_definitions,
    metrics,
    schedule,
    sign_off,
    teams,
    volumes,
    working_together,
)
from workbench.documents.compose.changes import Compared
from workbench.documents.compose.identity import version_meta
from workbench.documents.compose.one_page import on_one_page, one_page
from workbench.documents.compose.page import Page

Writer = Callable[[Page, tuple[Commitment, ...]], tuple[Block, ...]]

WRITERS: dict[str, Writer] = {
    "teams": lambda page, _: teams.teams(page),
    "goals": lambda page, _: goals.goals(page),
    "buyer": lambda page, _: buyer.buyer(page),
    "common_language": lambda page, _: common_language.common_language(page),
    "lead_definitions": lambda page, _: lead_definitions.lead_definitions(page),
    "volumes": lambda page, _: volumes.volumes(page),
    "handoff": handoff.handoff,
    "follow_up": follow_up.follow_up,
    "metrics": metrics.metrics,
    "working_together": lambda page, _: working_together.working_together(page),
    "governance": lambda page, _: governance.governance(page),
    "sign_off": lambda page, _: sign_off.sign_off(page),
}


def compose_agreement(
    agreement: Agreement,
    header: VersionHeader,
    language: Language,
    paper: Paper = "A4",
    before: Compared | None = None,
) -> Document:
    """The whole document of a version, in a language.

    Args:
        agreement: Content of the version.
        header: Which version.
        language: Of the document.
        paper: Size of the page.
        before: The version an annex tells the changes against; nothing leaves the annex out.
    """
    shown = shown_in(agreement, language)
    known = commitments(agreement)
    if agreement.teams.document_form == "one_page":
        meta = version_meta(agreement, header, language, paper)
        page = Page(agreement, SECTIONS[0], language, known)
        return Document(meta, one_page(page, header, known), on_one_page(page, header, known))
    skipped = {one.key: one.reason for one in agreement.workshop.sections if one.state == "skipped"}
    blocks: list[Block] = [front.cover(agreement, header, shown), *front.summary(agreement, known, shown)]
    blocks.extend(front.contents(agreement, shown))
    page = Page(agreement, SECTIONS[0], language, known)
    for info in SECTIONS:
        page = Page(agreement, info, language, known)
        reason = skipped.get(info.name)
        blocks.extend(page.skipped(reason) if reason is not None else WRITERS[info.name](page, known))
    blocks.extend(schedule.schedule(agreement, known, shown))
    blocks.extend(annexes.annexes(page, before, header))
    blocks.extend(sign_off.signatures(page, header))
    return Document(version_meta(agreement, header, language, paper), tuple(blocks))
