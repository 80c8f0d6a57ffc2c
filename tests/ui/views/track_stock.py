"""Agreements to be tracked: the practice company signed by both teams, and a monthly volume for real lead logs."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import arrived, until
from tests.ui.views.stock import save_signed
from workbench.agreement.sections.volumes import VolumeTarget
from workbench.agreement.templates import template
from workbench.base.clock import FixedClock
from workbench.base.places import resource
from workbench.services.entries import BothSay
from workbench.services.exchange import content_of
from workbench.services.workbench import Workbench, open_workbench
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.screen import TrackScreen

TODAY = dt.datetime(2026, 6, 15, 12, 0, tzinfo=dt.UTC)
"""A few days after the practice company's export."""

EXPORT = resource("practice", "crm_export.xlsx")


def practice(workbench: Workbench, *, signed: bool = True, data: bool = True, entries: bool = True) -> str:
    """The practice company; answers its id."""
    content = content_of(resource("practice", "agreement.json"))
    agreement = workbench.shelf.create_from(content, content.title)
    if signed:
        save_signed(workbench, agreement, "As agreed in the room", -1)
    if data:
        workbench.actuals.import_file(agreement, EXPORT)
    if entries:
        _enter(workbench, agreement)
    return agreement


_made: list[Path] = []


def put_practice(place: str, factory: pytest.TempPathFactory) -> None:
    """The practice company with data and entries as a library of the test's own; made once in a run and copied."""
    if not _made:
        first = factory.mktemp("practice") / "library.sla"
        with open_workbench(str(first), clock=FixedClock(TODAY), person="Ana") as workbench:
            practice(workbench)
        _made.append(first)
    shutil.copy(_made[0], place)


def _enter(workbench: Workbench, agreement: str) -> None:
    found = json.loads(resource("practice", "entries.json").read_text("utf-8"))
    for one in found["totals"]:
        said = BothSay(one["note"], one["marketing"], one["sales"])
        workbench.entries.enter_total(agreement, one["commitment"], one["period"], Decimal(one["value"]), said)
    for one in found["done"]:
        said = BothSay(one["note"], one["marketing"], one["sales"])
        day = dt.date.fromisoformat(one["day"])
        workbench.entries.attest(agreement, one["commitment"], day, said, pieces=one.get("pieces", 1))
    for one in found["settled"]:
        said = BothSay(one["note"], one["marketing"], one["sales"])
        workbench.entries.settle(agreement, one["commitment"], one["lead"], one["state"], said)


def thousand_a_month(workbench: Workbench) -> str:
    """A draft in which marketing promises a thousand leads a month; answers its id."""
    made = template("b2b").agreement
    target = VolumeTarget(key="mql", stage="mql", amount=1000, period="month")
    volumes = dataclasses.replace(made.volumes, volume_targets=(target,))
    return workbench.shelf.create_from(dataclasses.replace(made, title="Olist", volumes=volumes))


def tracking(qtbot: QtBot, made: Composition) -> TrackScreen:
    """The Track phase of the only agreement, once it is known what happened."""
    session = made.desk.session
    session.open(session.listing.lines[0].id, lambda: made.desk.window.go("track"))
    arrived(qtbot, made, "track")
    screen = made.desk.window.findChild(TrackScreen)
    assert screen is not None
    until(qtbot, lambda: screen.known is not None)
    return screen
