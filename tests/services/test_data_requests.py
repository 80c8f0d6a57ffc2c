"""A data request asks for every column the draft needs: for promises, and for what is worked out beside them."""

from __future__ import annotations

from workbench.agreement.sections.teams import Segment
from workbench.agreement.templates import template
from workbench.agreement.terms import ScopeFilter
from workbench.fields.path import put
from workbench.services.data_requests import requests


def test_what_no_promise_reads_is_asked_for_as_well() -> None:
    lands = (ScopeFilter("land", "country", "", ("DE",)), ScopeFilter("own", "", "Fleet size", ("large",)))
    agreement = put(template("b2b").agreement, "teams.segments", (Segment("s", "DACH", scope=lands),))
    agreement = put(agreement, "lead_definitions.required_custom_fields", ("Vehicles",))
    (asked,) = requests(agreement, ("hubspot",))
    found = {one.label: ({each.label for each in one.commitments}, one.also) for one in asked.columns}
    assert found["Fleet size"] == (set(), ("segments",))
    assert found["Country"][1] == ("segments", "definitions")
    assert found["Opportunity"] == (set(), ("funnel",))
    assert found["Amount"] == (set(), ("lead values",))
    assert found["Vehicles"] == (found["Role"][0], ())
    assert found["Lead ID"] == (set(), ())
