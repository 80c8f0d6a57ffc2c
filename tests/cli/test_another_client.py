"""`new --from FILE --without-client-data`: the wording of an earlier agreement for another client."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Shelf


def test_the_next_client_sees_no_name_of_the_one_before(shelf: Shelf) -> None:
    earlier = json.loads(shelf.call("show", shelf.made.agreement).out)
    company = earlier["teams"]["company"]
    file = shelf.folder / "earlier.json"
    file.write_text(json.dumps(earlier), "utf-8")
    new = shelf.ask("new", "Next client", "--from", file, "--without-client-data")["id"]
    said = shelf.call("show", new).out
    assert company not in said
    assert json.loads(said)["teams"]["company"] == "[Company]"
    kept = shelf.ask("new", "Same client", "--from", file)["id"]
    assert company in shelf.call("show", kept).out


def test_without_a_file_there_is_nothing_to_leave_out(shelf: Shelf) -> None:
    refused = shelf.call("new", "Next client", "--without-client-data")
    assert refused.code == 1
    assert "--without-client-data needs --from." in refused.err


def test_what_is_no_file_is_refused_as_before(shelf: Shelf) -> None:
    refused = shelf.call("new", "Next client", "--from", Path("nowhere.json"), "--without-client-data")
    assert refused.code == 1
