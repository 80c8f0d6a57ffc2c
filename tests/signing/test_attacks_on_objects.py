"""What a second signer can hide in the objects of his own revision, and what no key is needed for.

Each attack first proves by the file's bytes, or by another reader, that it is there. Every verdict is asked for with
pyHanko's judge and without, as it is where the pages are known to be our own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from pyhanko.pdf_utils import generic as _generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.signing.conftest import NOON
from tests.signing.test_attacks_from_inside import FORGED, Signed, Update, field, signed, stream
from workbench.base.clock import FixedClock
from workbench.base.language import language
from workbench.signing.verify import verify_pdf

if TYPE_CHECKING:
    from tests.signing.conftest import Person

generic: Any = _generic  # typed in part only
HIDDEN = b"4 0 obj\n<</Forged true>>\nendobj\n"
Kind = type[IncrementalPdfFileWriter]


@dataclass(frozen=True)
class Attack:
    """What the signer's program does, and how to see in the bytes of its revision that it did.

    Attributes:
        name: What is done.
        update: The program.
        shows: A pattern of the revision's bytes that only the attack has.
    """

    name: str
    update: Kind
    shows: bytes


def while_writing(edit: Callable[[Any], None]) -> Kind:
    """A program that edits after everything else is done, so that nothing puts it right again."""

    class Late(Update):
        def _write_objects(self, stream: Any, positions: Any) -> None:
            edit(self)
            super()._write_objects(stream, positions)

    return Late


def as_bytes(which: Callable[[Any], Any], change: Callable[[bytes], bytes]) -> Kind:
    """A program that writes an object in bytes of its own."""

    def edit(writer: Any) -> None:
        reference = which(writer)
        key = reference.generation, reference.idnum
        held = writer.objects.get(key) or writer.get_object(reference)
        plain = io.BytesIO()
        held.write_to_stream(plain, None, container_ref=generic.Reference(reference.idnum, reference.generation))
        written = change(plain.getvalue())

        class Raw(generic.DictionaryObject):  # type: ignore[misc]  # typed in part only
            def write_to_stream(self, out: Any, *_how: Any, **_named: Any) -> None:
                out.write(written)

        writer.objects[key] = Raw()

    return while_writing(edit)


def in_signature(more: bytes) -> Kind:
    """A program that adds to the signature itself."""

    def edit(writer: Any) -> None:
        for held in writer.objects.values():
            if isinstance(held, generic.DictionaryObject) and "/ByteRange" in held:
                honest = held.write_to_stream

                def write(out: Any, handler: Any = None, container_ref: Any = None, honest: Any = honest) -> None:
                    honest(out, handler, container_ref)
                    out.seek(-len(b">>"), io.SEEK_CUR)
                    out.write(more + b">>")

                held.write_to_stream = write

    return while_writing(edit)


def own_look(name: str, make: Callable[[Any], Any]) -> Kind:
    """A program whose look of the signer's own place has one entry more."""

    def edit(writer: Any) -> None:
        (look,) = [
            held
            for key, held in writer.objects.items()
            if isinstance(held, generic.StreamObject) and held.get("/Subtype") == "/Form" and key[1] > 0
        ]
        look[pdf_name(name)] = make(writer)

    return while_writing(edit)


def root(writer: Any) -> Any:
    return writer.root_ref


def own_place(writer: Any) -> Any:
    return writer.root["/AcroForm"]["/Fields"].raw_get(1).reference


def first(more: bytes) -> Callable[[bytes], bytes]:
    return lambda text: text.replace(b"<<", b"<<" + more, 1)


def last(more: bytes) -> Callable[[bytes], bytes]:
    return lambda text: text[: text.rindex(b">>")] + more + text[text.rindex(b">>") :]


def file_of(writer: Any) -> Any:
    held = stream(writer, b'{"forged":1}', Type=pdf_name("/EmbeddedFile"))
    held = generic.DictionaryObject({pdf_name("/F"): held})
    named = {pdf_name("/Type"): pdf_name("/Filespec"), pdf_name("/UF"): pdf_string("agreement.json")}
    return writer.add_object(generic.DictionaryObject({**named, pdf_name("/EF"): held}))


def files_of(writer: Any) -> Any:
    return generic.ArrayObject([file_of(writer)])


def layer(writer: Any) -> Any:
    named = {pdf_name("/Type"): pdf_name("/OCG"), pdf_name("/Name"): pdf_string("Forged")}
    return writer.add_object(generic.DictionaryObject(named))


def hidden_behind_an_extension(writer: Any) -> None:
    known = {pdf_name("/BaseVersion"): pdf_name("/1.7"), pdf_name("/ExtensionLevel"): generic.NumberObject(1)}
    known[pdf_name("/Forged")] = stream(writer, FORGED)
    held = generic.DictionaryObject(dict(writer.root.get("/Extensions", {})))
    held[pdf_name("/ADBE")] = generic.DictionaryObject(known)
    writer.root[pdf_name("/Extensions")] = held
    writer.update_root()


def in_the_signature(writer: Any) -> None:
    for held in list(writer.objects.values()):
        if isinstance(held, dict) and "/ByteRange" in held:
            held[pdf_name("/Forged")] = stream(writer, FORGED)


def second_generation(writer: Any) -> None:
    place = field(writer, 0).container_ref
    writer.objects[1, place.idnum] = generic.DictionaryObject({pdf_name("/Forged"): generic.BooleanObject(True)})


def far_away(writer: Any) -> None:
    writer.objects[0, 900_000] = generic.DictionaryObject({pdf_name("/Forged"): generic.BooleanObject(True)})


class Encrypted(Update):
    def _populate_trailer(self, trailer: Any) -> None:
        super()._populate_trailer(trailer)  # type: ignore[no-untyped-call]  # pyHanko types only part of itself
        trailer[pdf_name("/Encrypt")] = generic.DictionaryObject({pdf_name("/Filter"): pdf_name("/Standard")})


FIELD_LOCK = (
    b"/Reference [<</Type/SigRef/TransformMethod/FieldMDP/TransformParams<</Type/TransformParams/Action/All/V/1.2>>>>]"
)
ATTACKS = (
    Attack("pages twice, ours last", as_bytes(root, first(b"/Pages 4 0 R\n")), rb"<</Pages 4 0 R\n"),
    Attack("pages twice, ours first", as_bytes(root, last(b"\n/Pages 4 0 R\n")), rb"\n/Pages 4 0 R\n>>"),
    Attack("pages under another spelling", as_bytes(root, last(b"/P#61ges 4 0 R")), rb"/P#61ges 4 0 R>>"),
    Attack("entry behind a comment", as_bytes(root, first(b"%x\r/Forged true\n")), rb"<<%x\r/Forged true\n"),
    Attack("entry that is nothing", as_bytes(root, last(b"/OpenAction null")), rb"/OpenAction null>>"),
    Attack("object in a comment", as_bytes(root, first(b"%\n% 4 0 obj <<>> endobj\n")), rb"% 4 0 obj <<>> endobj"),
    Attack("object in the signature's text", in_signature(b"/Location (\n" + HIDDEN + b")"), rb"\(\n4 0 obj"),
    Attack("end of file in a text", in_signature(b"/Location (\nstartxref\n9\n%%EOF\n)"), rb"xref\n9\n%%"),
    Attack("second contents", in_signature(b"/Contents <00>"), rb"/Contents <00>>>"),
    Attack("second range", in_signature(b"/ByteRange [0 1 2 3]"), rb"/ByteRange \[0 1 2 3\]>>"),
    Attack("count of changes", in_signature(b"/Changes [0 0 0]"), rb"/Changes \[0 0 0\]>>"),
    Attack("certificate beside", in_signature(b"/Cert (x)"), rb"/Cert \(x\)>>"),
    Attack("lock of all fields", in_signature(FIELD_LOCK), rb"/FieldMDP"),
    Attack("stream in the signature", while_writing(in_the_signature), rb"/Forged \d+ 0 R"),
    Attack("stream behind an extension", while_writing(hidden_behind_an_extension), rb"/Forged \d+ 0 R"),
    Attack("another generation", while_writing(second_generation), rb"\n\d+ 1 obj\n?<<\n?/Forged true"),
    Attack("number far away", while_writing(far_away), rb"\n900000 0 obj\n?<<\n?/Forged true"),
    Attack("widget twice as large", as_bytes(own_place, first(b"/Rect [0 0 600 800]")), rb"<</Rect \[0 0 600 800\]"),
    Attack("caption of a place", as_bytes(own_place, last(b"/MK <</CA(FORGED)>>")), rb"/CA\(FORGED\)"),
    Attack("layer of a place", as_bytes(own_place, last(b"/OC <</Type/OCG/Name(x)>>")), rb"/OC <</Type/OCG"),
    Attack("script of a place", as_bytes(own_place, last(b"/AA <</E<</S/JavaScript/JS(x)>>>>")), rb"/JavaScript/JS"),
    Attack("layer of a look", own_look("/OC", layer), rb"/OC \d+ 0 R"),
    Attack("file with a look", own_look("/AF", files_of), rb"/AF \[ ?\d+ 0 R ?\]"),
    Attack("look from another file", own_look("/F", lambda _: pdf_string("http://x.example/")), rb"/F \(http"),
    Attack("page of another file", own_look("/Ref", lambda _: generic.DictionaryObject({pdf_name("/F"):
           pdf_string("x.pdf"), pdf_name("/Page"): generic.NumberObject(0)})), rb"/Ref <<"),
    Attack("encryption in the trailer", Encrypted, rb"/Encrypt <<"),
)  # fmt: skip


@pytest.fixture(scope="module")
def plain(signed_by: Signed, people: tuple[Person, ...]) -> bytes:
    """The second signature as it should be; what it declares of itself is no attack."""
    data = signed(signed_by[1], "k2", people[1].identity)
    assert {"/ESIC", "/ISO_"} & set(pikepdf.open(io.BytesIO(data)).Root.Extensions.keys())
    for ours in (None, lambda *_: True):
        assert verify_pdf(data, clock=FixedClock(NOON), ours=ours).verdict == "valid"
    return data


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_hides_in_a_signing_revision(
    attack: Attack, plain: bytes, signed_by: Signed, people: tuple[Person, ...], clock: FixedClock
) -> None:
    hostile = signed(signed_by[1], "k2", people[1].identity, update=attack.update)
    revision = hostile[len(signed_by[1]) :]
    assert hostile.startswith(signed_by[1])
    assert re.search(attack.shows, revision), revision[:3000]
    assert not re.search(attack.shows, plain[len(signed_by[1]) :])
    for ours in (None, lambda *_: True):
        answer = verify_pdf(hostile, clock=clock, ours=ours)
        assert answer.verdict in {"changed", "broken", "unverifiable"}
        assert answer.reasons(language()), "a person is told why"


def catalogue_entry(name: str, make: Callable[[Any], Any]) -> Callable[[bytes], bytes]:
    def attack(data: bytes) -> bytes:
        writer: Any = Update(io.BytesIO(data), strict=True)
        writer.root[pdf_name(name)] = make(writer)
        writer.update_root()
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    return attack


def names_of(writer: Any) -> Any:
    listed = generic.ArrayObject([pdf_string("agreement.json"), file_of(writer)])
    return generic.DictionaryObject(
        {pdf_name("/EmbeddedFiles"): generic.DictionaryObject({pdf_name("/Names"): listed})}
    )


def loop(data: bytes) -> bytes:
    """One more table, whose table before is itself."""
    return data + b"xref\n0 0\ntrailer\n<</Size 900/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(data),
        len(data),
    )


def elsewhere(offset: int) -> Callable[[bytes], bytes]:
    return lambda data: data[: data.rindex(b"startxref")] + b"startxref\n%d\n%%%%EOF\n" % offset


OUTSIDE: dict[str, tuple[Callable[[bytes], bytes], bytes]] = {
    "other files by name": (catalogue_entry("/Names", names_of), rb"/EmbeddedFiles"),
    "other associated files": (catalogue_entry("/AF", files_of), rb"/AF \[ ?\d+ 0 R ?\]"),
    "other permissions": (catalogue_entry("/Perms", lambda _: generic.DictionaryObject()), rb"/Perms <<\s*>>"),
    "layers": (catalogue_entry("/OCProperties", lambda _: generic.DictionaryObject()), rb"/OCProperties"),
    "no marks": (catalogue_entry("/MarkInfo", lambda _: generic.DictionaryObject()), rb"/MarkInfo <<\s*>>"),
    "a loop of tables": (loop, rb"/Prev (\d+)>>\nstartxref\n\1\n"),
    "a table in the middle of a page": (elsewhere(1234), rb"startxref\n1234\n"),
    "a table behind the end": (elsewhere(10**20), rb"startxref\n100000000000000000000\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", OUTSIDE)
def test_what_needs_no_key_is_seen(name: str, signed_by: Signed, clock: FixedClock) -> None:
    attack, shows = OUTSIDE[name]
    hostile, begin = attack(signed_by[2]), len(signed_by[2]) - 400
    assert re.search(shows, hostile[begin:])
    assert not re.search(shows, signed_by[2][begin:])
    for ours in (None, lambda *_: True):
        assert verify_pdf(hostile, clock=clock, ours=ours).verdict in {"changed", "broken", "unverifiable"}
