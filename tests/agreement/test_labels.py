"""What people call a place in the agreement."""

from __future__ import annotations

import dataclasses

from workbench.agreement.labels import path_label, value_text
from workbench.agreement.model import Agreement
from workbench.agreement.sections.sign_off import Signer
from workbench.agreement.templates import template


def with_signer(role: str) -> Agreement:
    made = template("b2b").agreement
    signer = Signer(key="kgddgpr6z", role=role)
    return dataclasses.replace(made, sign_off=dataclasses.replace(made.sign_off, signers=(signer,)))


def test_a_row_is_called_by_its_name_and_never_by_its_key() -> None:
    place = "sign_off.signers[kgddgpr6z].team"
    assert path_label(with_signer("Sponsor"), place) == "Sign-off, Signers, Sponsor, For"
    assert path_label(with_signer(""), place) == "Sign-off, Signers, unnamed signer, For"


def test_a_name_that_is_a_sentence_goes_without_its_full_stop() -> None:
    place = "sign_off.signers[kgddgpr6z].team"
    assert path_label(with_signer("He who calls the lead."), place) == "Sign-off, Signers, He who calls the lead, For"
    assert path_label(with_signer("Halden Inc."), place) == "Sign-off, Signers, Halden Inc., For"


def test_a_row_without_a_name_is_a_value_with_words() -> None:
    made = with_signer("")
    assert value_text(made, "sign_off.signers[kgddgpr6z]", made.sign_off.signers[0]) == "unnamed signer"
    assert value_text(made, "sign_off.signers", ["kgddgpr6z"]) == "unnamed signer"


def test_rows_of_one_name_are_told_apart_by_what_else_names_them() -> None:
    made = template("b2b").agreement
    first = dataclasses.replace(made.follow_up.tiers[0], key="one", name="", sources=("Fair",))
    other = dataclasses.replace(first, key="other", sources=("Webinar",))
    rows = (first, other, *made.follow_up.tiers[1:])
    made = dataclasses.replace(made, follow_up=dataclasses.replace(made.follow_up, tiers=rows))
    tiers = {tier.key: tier.name for tier in made.lead_definitions.tiers}
    here = "Follow-up times, Promise: follow-up"
    assert path_label(made, "follow_up.tiers[other].owner") == f"{here}, {tiers[other.tier]}, Webinar, Owner"
    alone = made.follow_up.tiers[2]
    assert path_label(made, f"follow_up.tiers[{alone.key}].owner") == f"{here}, {tiers[alone.tier]}, Owner"


def test_a_step_is_called_by_where_it_leads() -> None:
    made = template("b2b").agreement
    assert path_label(made, "volumes.rates[r1].rate") == "Volumes, Stage rates, MQL → SAL, Rate"
    assert path_label(made, f"metrics.conversions[{made.metrics.conversions[0].key}].share").count(" → ") == 1
