"""The programs that other tests look through see what is there: checked with files whose content is known."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support import processes
from tests.support.office import Office
from tests.support.poppler import Poppler, SeenFont
from tests.support.screen import HEIGHT, WIDTH, Screen


def test_a_program_that_hangs_is_ended_with_all_it_started() -> None:
    child = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE).wait()"
    start = time.monotonic()
    with pytest.raises(AssertionError, match=r"took longer than 0\.5 s"):
        processes.finish([sys.executable, "-c", child], seconds=0.5)
    assert time.monotonic() - start < 10
    assert processes.children() == set()


def test_a_program_that_fails_shows_what_it_said() -> None:
    with pytest.raises(AssertionError, match="the disk is odd"):
        processes.finish([sys.executable, "-c", "raise SystemExit('the disk is odd')"])


@pytest.mark.office
def test_the_office_recalculates_what_was_written_wrong(office: Office, tmp_path: Path) -> None:
    import python_calamine
    import xlsxwriter

    files = []
    for number in (2, 3):
        file = tmp_path / f"{number}.xlsx"
        with xlsxwriter.Workbook(file) as book:
            sheet = book.add_worksheet()
            sheet.write_number(0, 0, number)
            sheet.write_formula(0, 1, "=A1*21", None, -1)
        files.append(file)
    fresh = [
        python_calamine.load_workbook(result).get_sheet_by_index(0).to_python()
        for result in office.recalculate_all(files)
    ]
    assert fresh == [[[2.0, 42.0]], [[3.0, 63.0]]]


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages, two words, one embedded font and one that every reader has."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from tests.support.checkout import ROOT

    file = tmp_path_factory.mktemp("pdf") / "two.pdf"
    pdfmetrics.registerFont(TTFont("Known", ROOT / "resources/fonts/Inter-400.ttf"))
    canvas = Canvas(str(file), pagesize=(200, 100))
    for word, font in (("Überblick", "Known"), ("Second", "Helvetica")):
        canvas.setFont(font, 12)
        canvas.drawString(20, 50, word)
        canvas.showPage()
    canvas.save()
    return file


@pytest.mark.poppler
def test_poppler_reads_text_fonts_and_pages(poppler: Poppler, pdf: Path, tmp_path: Path) -> None:
    from PIL import Image

    assert poppler.text(pdf).split("\f") == ["Überblick\n\n", "Second\n\n", ""]
    assert poppler.fonts(pdf) == [
        SeenFont("Helvetica", "Type 1", embedded=False, subset=False, to_unicode=False),
        SeenFont("Inter-400", "TrueType", embedded=True, subset=True, to_unicode=True),
    ]
    assert poppler.information(pdf)["Pages"] == "2"
    for picture in poppler.pictures(pdf, tmp_path / "pages", 72):
        with Image.open(picture) as page:
            assert page.size == (200, 100)


@pytest.mark.poppler
def test_poppler_sees_a_signature_and_what_was_changed_after_it(poppler: Poppler, pdf: Path, tmp_path: Path) -> None:
    assert poppler.signatures(pdf) == []
    signed = _sign(pdf, tmp_path / "signed.pdf", "Ada")
    (seen,) = poppler.signatures(signed)
    assert (seen.signer, seen.valid, seen.whole_document) == ("Ada", True, True)
    data = signed.read_bytes()
    signed.write_bytes(data.replace(b"/MediaBox [ 0 0 200 100 ]", b"/MediaBox [ 0 0 300 100 ]"))
    assert signed.read_bytes() != data
    assert [each.valid for each in poppler.signatures(signed)] == [False]


def _sign(pdf: Path, file: Path, name: str) -> Path:
    """The PDF signed with a certificate made for the moment."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    builder = x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
    dated = builder.not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=1))
    bag = pkcs12.serialize_key_and_certificates(None, key, dated.sign(key, hashes.SHA256()), None, NoEncryption())
    signer = SimpleSigner.load_pkcs12_data(bag, other_certs=[])
    with pdf.open("rb") as before, file.open("wb") as after:
        sign_pdf(IncrementalPdfFileWriter(before), PdfSignatureMetadata(field_name="Ada"), signer, output=after)
    return file


@pytest.mark.postgres
def test_each_test_has_an_empty_database_of_its_own(postgres_url: str, request: pytest.FixtureRequest) -> None:
    import psycopg

    with psycopg.connect(postgres_url) as connection:
        connection.execute("create table t (x int)")
        row = connection.execute("select current_setting('listen_addresses'), current_database()").fetchone()
    assert row is not None
    assert row[0] == ""
    other = request.getfixturevalue("postgres_server").new_database()
    assert f"/{row[1]}?" in postgres_url
    assert f"/{row[1]}?" not in other


@pytest.mark.screen
def test_the_screen_shows_where_the_hand_points(screen: Screen, tmp_path: Path) -> None:
    from PIL import Image

    with Image.open(screen.photograph(tmp_path / "empty.png")) as picture:
        assert picture.size == (WIDTH, HEIGHT)
    screen.hand("mousemove", 700, 400)
    where = subprocess.run(["xdotool", "getmouselocation"], env=screen.environment, capture_output=True, check=True)
    assert where.stdout.startswith(b"x:700 y:400 ")
