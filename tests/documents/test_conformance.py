"""PDF/A-3a and PDF/UA-1 by veraPDF: every kind of document, before the first signature and after each of three.

veraPDF is fetched once into `build/` (23 MB) and needs a JDK with Debian's JAXB; see `tests/support/verapdf.py`.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.documents.conftest import SAMPLES
from tests.support.verapdf import conformance
from workbench.agreement.lifecycle import field_of_role
from workbench.agreement.model import FORMAT, Agreement, read_agreement
from workbench.agreement.sections.sign_off import Signer
from workbench.agreement.templates import template, templates
from workbench.agreement.version import VersionHeader
from workbench.base.clock import FixedClock
from workbench.base.places import resource
from workbench.documents.appearance import Drawn, Mark, Pictured, Typed, signature_card
from workbench.documents.pdf import Rendered
from workbench.fields.codec import canonical, content_hash
from workbench.services.rendering import render_version
from workbench.signing.identities import generate_identity
from workbench.signing.sign import sign_pdf

NOON = dt.datetime(2026, 1, 1, 12, 0, tzinfo=dt.UTC)
PASSPHRASE = "only for this test"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program around veraPDF is compiled to."""
    return tmp_path_factory.mktemp("classes")


def _printed(agreement: Agreement) -> Rendered:
    header = VersionHeader(
        agreement="a" * 32, number=1, parents=(), content_hash=content_hash(canonical(agreement)), doc_schema=FORMAT,
        kind="for_signature", author="Vera", message="Agreed", at=NOON,
    )  # fmt: skip
    return render_version(agreement, header, "en")


def _practice() -> Agreement:
    return read_agreement(resource("practice", "agreement.json").read_bytes(), "The practice agreement")


def _picture() -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGBA", (60, 20), (20, 30, 90, 120)).save(out, "PNG")
    return out.getvalue()


def _signed_by_three() -> Iterator[tuple[str, bytes]]:
    """The practice agreement with a third signer, unsigned and after each signature."""
    agreement = _practice()
    third = Signer(key="sponsor", person=agreement.sign_off.signers[0].person, role="Executive sponsor", team="both")
    signers = (*agreement.sign_off.signers, third)
    agreement = dataclasses.replace(agreement, sign_off=dataclasses.replace(agreement.sign_off, signers=signers))
    made = _printed(agreement)
    data, clock = made.data, FixedClock(NOON)
    yield "signed-0", data
    marks: tuple[Mark, ...] = (
        Drawn((((0.0, 0.0, 0.0), (10.0, 4.0, 0.1), (22.0, 1.0, 0.3)),)), Typed("Femke de Vries"), Pictured(_picture()),
    )  # fmt: skip
    for number, (signer, mark) in enumerate(zip(signers, marks, strict=True), 1):
        name = ("Marta Lindgren", "Femke de Vries", "Renata Kowal")[number - 1]
        email = f"signer{number}@example.com"
        identity = generate_identity(name, email, clock)
        field = field_of_role(signer.role)
        (box,) = (spot.box for spot in made.spots if spot.field == field)
        look = signature_card(
            box[2] - box[0], box[3] - box[1], name=name, role=signer.role, team="", when_text="1 January 2026",
            fingerprint="ABCD " * 16, mark=mark,
        )  # fmt: skip
        data = sign_pdf(data, field=field, identity=identity, appearance=look, clock=clock, reason="I agree and sign.")
        yield f"signed-{number}", data


def test_every_document_is_archival_and_accessible_before_and_after_each_of_three_signatures(
    classes: Path, sample: Callable[[str], Rendered], tmp_path: Path
) -> None:
    made = {name: sample(name).data for name in SAMPLES}
    made |= {f"template-{one.id}": _printed(template(one.id).agreement).data for one in templates()}
    made |= dict(_signed_by_three())
    files = [tmp_path / f"{name}.pdf" for name in made]
    for file, data in zip(files, made.values(), strict=True):
        file.write_bytes(data)
    said = conformance(classes, files).splitlines()
    assert [line for line in said if not line.startswith("PASS")] == []
    assert len(said) == 2 * len(files)


def test_the_checker_does_check(classes: Path, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 100, "neither archival nor accessible")
    canvas.save()
    (tmp_path / "plain.pdf").write_bytes(out.getvalue())
    assert conformance(classes, [tmp_path / "plain.pdf"]).count("FAIL") == 2
