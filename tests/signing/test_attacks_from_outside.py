"""What somebody without a key can do to a document two people have signed. Each attack first proves that it worked."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from pyhanko.pdf_utils import generic as _generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from workbench.base.clock import FixedClock
from workbench.base.language import language
from workbench.signing.verify import verify_pdf

Signed = tuple[bytes, bytes, bytes, bytes]
generic: Any = _generic  # typed in part only
FORGED = b"BT /F1 12 Tf 50 700 Td (FORGED) Tj ET"


@dataclass(frozen=True)
class Bytes:
    """A proof by the bytes before and after."""

    hold: Callable[[bytes, bytes], bool]


@dataclass(frozen=True)
class Attack:
    """How to change the file, how to see that it is changed as meant, and which verdicts are right.

    Attributes:
        name: What is done.
        make: Does it.
        worked: Whether a file shows it: told the file as a reader sees it, or, for what no reader shows, its bytes
            before and after.
        verdicts: Right ones.
    """

    name: str
    make: Callable[[bytes], bytes]
    worked: Callable[[pikepdf.Pdf], bool] | Bytes
    verdicts: tuple[str, ...] = ("changed",)


def updated(data: bytes, edit: Callable[[Any], None]) -> bytes:
    """The file with one more revision, written by a program that knows how."""
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(data))
    edit(writer)
    written = io.BytesIO()
    writer.write(written)
    assert written.getvalue().startswith(data)
    return written.getvalue()


def resaved(data: bytes, edit: Callable[[pikepdf.Pdf], None]) -> bytes:
    pdf = pikepdf.open(io.BytesIO(data))
    edit(pdf)
    written = io.BytesIO()
    pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return written.getvalue()


def stream(writer: Any, data: bytes, **entries: Any) -> Any:
    return writer.add_object(generic.StreamObject({pdf_name("/" + k): v for k, v in entries.items()}, data))


def page(writer: Any, number: int = 0) -> Any:
    return writer.root["/Pages"]["/Kids"][number]


def field(writer: Any, number: int) -> Any:
    return writer.root["/AcroForm"]["/Fields"][number]


def page_content(writer: Any) -> None:
    page(writer)["/Contents"] = stream(writer, FORGED)
    writer.update_container(page(writer))


def page_content_in_place(writer: Any) -> None:
    old = page(writer).raw_get("/Contents")
    writer.objects[(old.generation, old.idnum)] = generic.StreamObject(stream_data=FORGED)


def page_added(writer: Any) -> None:
    writer.insert_page(
        generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Page"),
                pdf_name("/MediaBox"): generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 595, 842)]),
                pdf_name("/Contents"): stream(writer, FORGED),
            }
        )
    )


def stamp_overlay(writer: Any) -> None:
    look = stream(writer, FORGED, Type=pdf_name("/XObject"), Subtype=pdf_name("/Form"), BBox=box(595, 842))
    stamp = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Stamp"),
            pdf_name("/Rect"): box(595, 842),
            pdf_name("/AP"): generic.DictionaryObject({pdf_name("/N"): look}),
        }
    )
    writer.register_annotation(writer.root["/Pages"]["/Kids"].raw_get(0), writer.add_object(stamp))


def box(width: int, height: int) -> Any:
    return generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, width, height)])


def info_title(writer: Any) -> None:
    info = writer.trailer["/Info"]
    info[pdf_name("/Title")] = pdf_string("Forged title")
    writer.update_container(info)


def xmp_title(writer: Any) -> None:
    old = writer.root.raw_get("/Metadata")
    text = old.get_object().data.replace(b"Service level", b"Forged level")
    entries = {pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")}
    writer.objects[(old.generation, old.idnum)] = generic.StreamObject(entries, text)
    writer._update_meta = lambda: None


def security_store(writer: Any) -> None:
    store = generic.DictionaryObject({pdf_name("/Certs"): generic.ArrayObject([stream(writer, b"junk")])})
    writer.root[pdf_name("/DSS")] = writer.add_object(store)
    writer.update_root()


def no_change(writer: Any) -> None:
    writer.update_root()


def attachment(writer: Any) -> None:
    file = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]["/EF"].raw_get("/F")
    entries = {pdf_name("/Type"): pdf_name("/EmbeddedFile"), pdf_name("/Subtype"): pdf_name("/application/json")}
    writer.objects[(file.generation, file.idnum)] = generic.StreamObject(entries, b'{"forged":1}')


def field_removed(writer: Any) -> None:
    del writer.root["/AcroForm"]["/Fields"][2]
    writer.update_container(writer.root["/AcroForm"])


def second_signature_removed(writer: Any) -> None:
    del field(writer, 1)["/V"]
    writer.update_container(field(writer, 1))


def look_of(number: int) -> Callable[[Any], None]:
    def edit(writer: Any) -> None:
        look = stream(writer, FORGED, Type=pdf_name("/XObject"), Subtype=pdf_name("/Form"), BBox=box(300, 90))
        field(writer, number)["/AP"] = generic.DictionaryObject({pdf_name("/N"): look})
        writer.update_container(field(writer, number))

    return edit


def look_in_place(writer: Any) -> None:
    old = field(writer, 0)["/AP"].raw_get("/N")
    entries = {pdf_name("/Type"): pdf_name("/XObject"), pdf_name("/Subtype"): pdf_name("/Form")}
    writer.objects[(old.generation, old.idnum)] = generic.StreamObject(entries | {pdf_name("/BBox"): box(9, 9)}, FORGED)


def value_copied(writer: Any) -> None:
    field(writer, 2)[pdf_name("/V")] = field(writer, 1).raw_get("/V")
    writer.update_container(field(writer, 2))


def role_renamed(writer: Any) -> None:
    field(writer, 0)[pdf_name("/TU")] = pdf_string("Chief executive")
    writer.update_container(field(writer, 0))


def script(writer: Any) -> None:
    writer.root[pdf_name("/OpenAction")] = generic.DictionaryObject(
        {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): pdf_string("app.alert(1)")}
    )
    writer.update_root()


def read_aloud(writer: Any) -> None:
    whole = writer.root["/StructTreeRoot"]["/K"]
    whole[pdf_name("/Alt")] = pdf_string("Forged")
    writer.update_container(whole)


def object_freed(data: bytes) -> bytes:
    """A revision that declares the second page's content to be gone, written by hand."""
    pdf = pikepdf.open(io.BytesIO(data))
    content = pdf.pages[1].Contents.objgen[0]
    previous = re.findall(rb"startxref\n(\d+)\n", data)[-1]
    trailer = data[data.rindex(b"trailer\n") : data.rindex(b"startxref")]
    trailer = re.sub(rb"/Prev \d+", b"/Prev " + previous, trailer)
    table = b"xref\n0 1\n%010d 65535 f \n%d 1\n0000000000 00001 f \n" % (content, content)
    return data + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(data)


def empty_update(data: bytes) -> bytes:
    previous = re.findall(rb"startxref\n(\d+)\n", data)[-1]
    trailer = data[data.rindex(b"trailer\n") : data.rindex(b"startxref")]
    trailer = re.sub(rb"/Prev \d+", b"/Prev " + previous, trailer)
    return data + b"xref\n0 0\n" + trailer + b"startxref\n%d\n%%%%EOF\n" % len(data)


def ranges(data: bytes) -> list[re.Match[bytes]]:
    return list(re.finditer(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\] *", data))


def with_range(written: str) -> Callable[[bytes], bytes]:
    """The last signature's range written anew in the same number of bytes."""

    def make(data: bytes) -> bytes:
        last = ranges(data)[-1]
        _, length, behind, rest = (int(number) for number in last.groups())
        text = written.format(length=length, behind=behind, rest=rest, short=rest - 20, wrap=2**32 + length)
        text = text.ljust(len(last[0]))
        assert len(text) == len(last[0])
        return data[: last.start()] + text.encode() + data[last.end() :]

    return make


def contents(data: bytes) -> list[tuple[int, int]]:
    return [(int(found[2]) + 1, int(found[3]) - 1) for found in ranges(data)]


def with_contents(change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    def make(data: bytes) -> bytes:
        start, end = contents(data)[-1]
        digits = change(data[start:end])
        assert len(digits) == end - start
        return data[:start] + digits + data[end:]

    return make


def contents_swapped(data: bytes) -> bytes:
    (a, b), (c, d) = contents(data)
    size = min(b - a, d - c)
    return data[:a] + data[c : c + size] + data[a + size : c] + data[a : a + size] + data[c + size :]


def mixed_case(digits: bytes) -> bytes:
    at = next(at for at, digit in enumerate(digits) if digit in b"ABCDEF")
    return digits[:at] + digits[at : at + 1].lower() + digits[at + 1 :]


def stamped(pdf: pikepdf.Pdf) -> bool:
    return "/Annots" in pdf.pages[0] and pdf.pages[0].Annots[0].Subtype == Name.Stamp


def says_forged(pdf: pikepdf.Pdf) -> bool:
    return any(FORGED in page.Contents.read_bytes() for page in pdf.pages)


def has(*path: str) -> Callable[[pikepdf.Pdf], bool]:
    def worked(pdf: pikepdf.Pdf) -> bool:
        at: Any = pdf.Root
        for key in path:
            if key not in at:
                return False
            at = at[key]
        return True

    return worked


def look_is_forged(number: int) -> Callable[[pikepdf.Pdf], bool]:
    return lambda pdf: bool(pdf.Root.AcroForm.Fields[number].AP.N.read_bytes() == FORGED)


def values(pdf: pikepdf.Pdf) -> list[Any]:
    return [place.V for place in pdf.Root.AcroForm.Fields if "/V" in place]


def strip_signatures(pdf: pikepdf.Pdf) -> None:
    for place in pdf.Root.AcroForm.Fields:
        if "/V" in place:
            del place.V


def remove_form(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm


def appended(before: bytes, after: bytes) -> bool:
    return after.startswith(before) and len(after) > len(before)


def one_more_revision(before: bytes, after: bytes) -> bool:
    return appended(before, after) and after.count(b"%%EOF") == before.count(b"%%EOF") + 1


def newline_cut(before: bytes, after: bytes) -> bool:
    return after + b"\n" == before


def newline_before(before: bytes, after: bytes) -> bool:
    return after == b"\n" + before


def other_version(before: bytes, after: bytes) -> bool:
    return (before[:8], after[:8], after[8:]) == (b"%PDF-1.7", b"%PDF-1.6", before[8:])


def saved_whole(before: bytes, after: bytes) -> bool:
    """One revision is left, and both signatures are in it."""
    return before.count(b"%%EOF") == 3 and after.count(b"%%EOF") == 1 and after.count(b"/ByteRange") == 2


def last_range(data: bytes) -> bytes:
    return list(re.finditer(rb"/ByteRang[ex] *\[[^\]]*\]", data))[-1][0]


def ranged(name: str, written: str) -> Attack:
    """The last signature says another range, and all else is as before."""
    pattern = re.sub(r"\\{\w+\\}", r"\\d+", re.escape(written)).encode()

    def hold(before: bytes, after: bytes) -> bool:
        old, new = last_range(before), last_range(after)
        same = before.replace(old, b"").replace(b" ", b"") == after.replace(new, b"").replace(b" ", b"")
        return same and old != new and re.fullmatch(pattern, new) is not None

    return Attack(name, with_range(written), Bytes(hold), ("broken",))


def only_the_last_contents(before: bytes, after: bytes) -> bool:
    start, end = contents(before)[-1]
    return before[:start] == after[:start] and before[end:] == after[end:] and before[start:end] != after[start:end]


def both_contents(before: bytes, after: bytes) -> bool:
    (a, b), (c, d) = contents(before)
    return after[a : a + 99] == before[c : c + 99] and after[c : c + 99] == before[a : a + 99] and b - a > 99 < d - c


LAST_CONTENTS = Bytes(only_the_last_contents)


def by(edit: Callable[[Any], None]) -> Callable[[bytes], bytes]:
    return lambda data: updated(data, edit)


def resaved_by(edit: Callable[[pikepdf.Pdf], None]) -> Callable[[bytes], bytes]:
    return lambda data: resaved(data, edit)


def embedded_agreement(pdf: pikepdf.Pdf) -> bytes:
    return pdf.attachments["agreement.json"].get_file().read_bytes()


ATTACKS = (
    Attack("page content", by(page_content), says_forged),
    Attack("page content in place", by(page_content_in_place), says_forged),
    Attack("page added", by(page_added), lambda pdf: len(pdf.pages) == 3),
    Attack("stamp over the page", by(stamp_overlay), stamped),
    Attack("title in Info", by(info_title), lambda pdf: pdf.docinfo["/Title"] == "Forged title"),
    Attack("title in XMP", by(xmp_title), lambda pdf: b"Forged level" in pdf.Root.Metadata.read_bytes()),
    Attack("security store", by(security_store), has("/DSS", "/Certs")),
    Attack("update without a change", by(no_change), Bytes(one_more_revision)),
    Attack("update without an object", empty_update, Bytes(one_more_revision)),
    Attack("trailing bytes", lambda data: data + b"% and another thing\n", Bytes(appended)),
    Attack("trailing newline", lambda data: data + b"\n", Bytes(appended)),
    Attack("trailing newline cut", lambda data: data[:-1], Bytes(newline_cut), ("broken",)),
    Attack("bytes before the header", lambda data: b"\n" + data, Bytes(newline_before), ("unverifiable",)),
    Attack("written as another version", lambda data: data.replace(b"%PDF-1.7", b"%PDF-1.6", 1), Bytes(other_version)),
    Attack("saved anew", lambda data: resaved(data, lambda _pdf: None), Bytes(saved_whole), ("broken",)),
    Attack("signatures stripped", resaved_by(strip_signatures), lambda pdf: not values(pdf), ("unsigned",)),
    Attack("form removed", resaved_by(remove_form), lambda pdf: "/AcroForm" not in pdf.Root, ("unsigned",)),
    Attack("attachment", by(attachment), lambda pdf: embedded_agreement(pdf) == b'{"forged":1}'),
    Attack("field removed", by(field_removed), lambda pdf: len(pdf.Root.AcroForm.Fields) == 2),
    Attack("signature removed", by(second_signature_removed), lambda pdf: len(values(pdf)) == 1),
    Attack("look of a signed field", by(look_of(0)), look_is_forged(0)),
    Attack("look of a signed field in place", by(look_in_place), look_is_forged(0)),
    Attack("look of an unsigned field", by(look_of(2)), look_is_forged(2)),
    Attack("signature used for another field", by(value_copied), lambda pdf: len(values(pdf)) == 3, ("broken",)),
    Attack("role renamed", by(role_renamed), lambda pdf: str(pdf.Root.AcroForm.Fields[0].TU) == "Chief executive"),
    Attack("script", by(script), has("/OpenAction")),
    Attack("text read aloud", by(read_aloud), has("/StructTreeRoot", "/K", "/Alt")),
    Attack("object freed", object_freed, lambda pdf: b"page 2" not in content_of(pdf, 1)),
    ranged("range of nothing", "/ByteRange [0 0 0 0]"),
    ranged("negative range", "/ByteRange [0 -1 {behind} 1]"),
    ranged("short range", "/ByteRange [0 {length} {behind} {short}]"),
    ranged("range that begins late", "/ByteRange [1 {length} {behind} {rest}]"),
    ranged("wrapping range", "/ByteRange [0 {wrap} 9 1]"),
    ranged("two numbers in the range", "/ByteRange [0 {length}]"),
    ranged("no range", "/ByteRangx [0 {length} {behind} {rest}]"),
    Attack("contents swapped", contents_swapped, Bytes(both_contents)),
    Attack("contents zero", with_contents(lambda old: b"0" * len(old)), LAST_CONTENTS, ("broken",)),
    Attack("contents empty", with_contents(lambda old: b" " * len(old)), LAST_CONTENTS, ("broken",)),
    Attack("contents not hexadecimal", with_contents(lambda old: b"G" + old[1:]), LAST_CONTENTS, ("unverifiable",)),
    Attack("contents in two letter cases", with_contents(mixed_case), LAST_CONTENTS, ("broken",)),
    Attack("contents with something behind", with_contents(lambda old: old[:-2] + b"01"), LAST_CONTENTS, ("broken",)),
)  # fmt: skip


def content_of(pdf: pikepdf.Pdf, number: int) -> bytes:
    try:
        return pdf.pages[number].Contents.read_bytes()
    except (AttributeError, ValueError, KeyError):
        return b""


@pytest.fixture(scope="module")
def two(signed_by: Signed) -> bytes:
    return signed_by[2]


@pytest.mark.filterwarnings("ignore")  # pikepdf repairs some of these files, and says so
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_the_attack_is_seen(attack: Attack, two: bytes, clock: FixedClock) -> None:
    hostile = attack.make(two)
    assert hostile != two
    if isinstance(attack.worked, Bytes):
        assert attack.worked.hold(two, hostile)
        assert not attack.worked.hold(two, two)
    else:
        assert attack.worked(pikepdf.open(io.BytesIO(hostile)))
        assert not attack.worked(pikepdf.open(io.BytesIO(two)))
    answer = verify_pdf(hostile, clock=clock)
    assert answer.verdict in attack.verdicts, [str(finding.said) for finding in answer.findings]
    assert answer.reasons(language()), "a person is told why"
    assert verify_pdf(two, clock=clock).verdict == "valid"


def test_a_place_that_is_gone_is_named(two: bytes, clock: FixedClock) -> None:
    answer = verify_pdf(updated(two, field_removed), clock=clock)
    assert "The places to sign are not those of the document as it was made." in answer.reasons(language())


def test_an_update_spoils_every_signature_before_it(two: bytes, clock: FixedClock) -> None:
    answer = verify_pdf(updated(two, info_title), clock=clock)
    assert [signature.intact for signature in answer.signatures] == [False, False]


@pytest.mark.parametrize("count", [0, 1])
def test_a_document_rolled_back_is_not_complete(count: int, signed_by: Signed, clock: FixedClock) -> None:
    rolled_back = signed_by[2][: len(signed_by[count])]
    assert rolled_back == signed_by[count]
    answer = verify_pdf(rolled_back, clock=clock)
    assert answer.verdict == ("unsigned", "incomplete")[count]
    assert "Sales lead" in answer.missing


def test_an_unsigned_document_that_was_updated(base: bytes, clock: FixedClock) -> None:
    assert verify_pdf(updated(base, info_title), clock=clock).verdict == "changed"


def test_the_change_between_two_signatures_is_seen(signed_by: Signed, people: Any, clock: FixedClock) -> None:
    """A revision nobody signed lies between the first signature and the second, which covers it."""
    from workbench.signing.embed import embedded

    hostile = embedded(
        updated(signed_by[1], info_title),
        field="k2",
        identity=people[1].identity,
        appearance=None,
        moment=clock.now(),
        reason="",
        location="",
        first=False,
    )
    pdf = pikepdf.open(io.BytesIO(hostile))
    assert pdf.docinfo["/Title"] == "Forged title"
    assert len(values(pdf)) == 2
    answer = verify_pdf(hostile, clock=clock)
    assert answer.verdict == "changed"
    assert [signature.intact for signature in answer.signatures] == [False, True]


def test_a_text_field_filled_between_two_signatures(
    make_document: Callable[..., bytes], people: Any, clock: FixedClock
) -> None:
    def fill(writer: Any) -> None:
        field(writer, 3)[pdf_name("/V")] = pdf_string("Forged")
        writer.update_container(field(writer, 3))

    from workbench.signing.embed import embedded

    def signed(data: bytes, name: str, number: int) -> bytes:
        return embedded(
            data,
            field=name,
            identity=people[number].identity,
            appearance=None,
            moment=clock.now(),
            reason="",
            location="",
            first=number == 0,
        )

    hostile = signed(updated(signed(make_document(text_field=True), "k1", 0), fill), "k2", 1)
    pdf = pikepdf.open(io.BytesIO(hostile))
    assert str(pdf.Root.AcroForm.Fields[3].V) == "Forged"
    assert verify_pdf(hostile, clock=clock).verdict == "unverifiable"


@pytest.mark.parametrize("count", [0, 2])
def test_encrypted_and_compressed_documents_are_not_judged(count: int, signed_by: Signed, clock: FixedClock) -> None:
    for options, said in (
        ({"encryption": pikepdf.Encryption(owner="o", user="")}, "The file is encrypted"),
        ({"object_stream_mode": pikepdf.ObjectStreamMode.generate}, "The file is written in a way"),
    ):
        written = io.BytesIO()
        pikepdf.open(io.BytesIO(signed_by[count])).save(written, **options)
        answer = verify_pdf(written.getvalue(), clock=clock)
        assert (answer.verdict, answer.signatures) == ("unverifiable", ())
        assert str(answer.findings[0].said).startswith(said)


def test_a_document_of_another_maker_is_never_called_forged(two: bytes, clock: FixedClock) -> None:
    def without_agreement(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.Names
        pdf.docinfo["/Title"] = String("Somebody else's")
        pdf.Root.AF = Array()
        pdf.Root.ViewerPreferences = Dictionary()

    answer = verify_pdf(resaved(two, without_agreement), clock=clock)
    assert answer.verdict == "unverifiable"
    assert str(answer.findings[0].said) == "The document carries no agreement, so it was not made here."
