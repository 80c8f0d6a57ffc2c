"""Files inside a PDF: round trip, and one sentence for whatever somebody sends."""

from __future__ import annotations

import contextlib
import io
import tracemalloc
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

import pikepdf
import pytest
from hypothesis import given, strategies as st
from pikepdf import Array, Dictionary, Name, String

from tests.documents.conftest import FILES, SAMPLES
from workbench.base.errors import DamagedError, NotAllowedError, WorkbenchError
from workbench.documents import embedded
from workbench.documents.attachment import Attachment
from workbench.documents.pdf import Rendered, render

Sample = Callable[[str], Rendered]


def test_what_was_attached_is_found(sample: Sample) -> None:
    found = embedded.read(sample("bare").data)
    assert [(one.name, one.data, one.mime, one.relationship, one.description) for one in found] == [
        (file.name, file.data, file.mime, file.relationship, file.description) for file in FILES
    ]


def test_a_document_without_files_has_none() -> None:
    assert embedded.read(render(SAMPLES["odd"](), with_fields=False).data) == ()


@given(
    st.binary(max_size=3000),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=30),
)
def test_any_bytes_and_names_come_back(data: bytes, name: str) -> None:
    found = embedded.read(made({name: data}))
    assert [(one.name, one.data) for one in found] == [(name, data)]


def made(files: dict[str, bytes], change: Callable[[Any], None] | None = None) -> bytes:
    """A PDF that carries files, changed before it is saved."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    names = []
    for name, data in files.items():
        stream = pdf.make_stream(data)
        stream.Type = Name.EmbeddedFile
        names += [
            String(name),
            pdf.make_indirect(Dictionary(Type=Name.Filespec, UF=String(name), EF=Dictionary(F=stream))),
        ]
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))
    if change is not None:
        change(pdf)
    out = io.BytesIO()
    pdf.save(out, compress_streams=False)
    return out.getvalue()


def bomb(pdf: Any) -> None:
    packed = zlib.compress(bytes(80 << 20), 9)
    stream = pikepdf.Stream(pdf, packed)
    stream.Filter = Name.FlateDecode
    pdf.Root.Names.EmbeddedFiles.Names[1].EF.F = pdf.make_indirect(stream)


def set_names(value: Callable[[Any], Any]) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        pdf.Root.Names.EmbeddedFiles = value(pdf)

    return change


def loop(pdf: Any) -> Any:
    node = pdf.make_indirect(Dictionary())
    node.Kids = Array([node])
    return node


def spread(pdf: Any) -> Any:
    """Fifteen levels of sixty: no loop, and more leaves than anybody can visit."""
    node = pdf.make_indirect(Dictionary())
    for _ in range(15):
        node = pdf.make_indirect(Dictionary(Kids=Array([node] * 60)))
    return node


def other_filter(pdf: Any) -> None:
    stream = pikepdf.Stream(pdf, b"00>")
    stream.Filter = Name.ASCIIHexDecode
    pdf.Root.Names.EmbeddedFiles.Names[1].EF.F = pdf.make_indirect(stream)


def _just(value: Any, pdf: Any) -> Any:
    del pdf
    return value


def missing(pdf: Any) -> None:
    del pdf.Root.Names.EmbeddedFiles.Names[1].EF


def garbled(pdf: Any) -> None:
    stream = pikepdf.Stream(pdf, b"this is not packed at all")
    stream.Filter = Name.FlateDecode
    pdf.Root.Names.EmbeddedFiles.Names[1].EF.F = pdf.make_indirect(stream)


def double(pdf: Any) -> None:
    names = pdf.Root.Names.EmbeddedFiles.Names
    names.extend(list(names))


HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "not a PDF": b"PK\x03\x04 a zip",
    "only a header": b"%PDF-1.7\n",
    "cut in half": made({"a": b"x" * 5000})[:2500],
    "a lost table of contents": made({"a": b"x"}).replace(b"startxref\n", b"startxref\n9"),
    "a bomb": made({"a": b""}, bomb),
    "another packing": made({"a": b""}, other_filter),
    "garbled packing": made({"a": b""}, garbled),
    "no content": made({"a": b"x"}, missing),
    "an endless tree": made({}, set_names(loop)),
    "a spreading tree": made({}, set_names(spread)),
    "too many files": made({f"f{number}": b"x" for number in range(80)}),
    "two of one name": made({"a": b"x"}, double),
}  # fmt: skip


@pytest.mark.parametrize("what", list(HOSTILE))
def test_hostile_files_are_refused_in_one_sentence(what: str) -> None:
    with pytest.raises(DamagedError) as refused:
        embedded.read(HOSTILE[what])
    assert refused.value.message.endswith(".")
    assert "\n" not in str(refused.value)
    assert refused.value.hint


def test_a_bomb_is_not_unpacked() -> None:
    tracemalloc.start()
    try:
        with pytest.raises(DamagedError, match="too large"):
            embedded.read(HOSTILE["a bomb"], largest_file=1 << 20)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "value", [Array([]), Dictionary(), Dictionary(Names=Array([String("lonely")])), Dictionary(Kids=Array([]))]
)
def test_empty_lists_are_no_files(value: Any) -> None:
    assert embedded.read(made({}, set_names(partial(_just, value)))) == ()


def test_a_locked_document_is_named_as_such(sample: Sample) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sample("odd").data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="owner", user="user"))
    with pytest.raises(NotAllowedError, match="password"):
        embedded.read(out.getvalue())


def test_files_larger_than_asked_for_are_refused() -> None:
    data = render(SAMPLES["odd"](), (Attachment("a", b"x" * 1001, "text/plain", "Data", ""),), with_fields=False).data
    assert len(embedded.read(data, largest_file=1001)) == 1
    with pytest.raises(DamagedError, match="too large"):
        embedded.read(data, largest_file=1000)


@given(st.data())
def test_damaged_bytes_never_raise_anything_else(data: st.DataObject) -> None:
    whole = bytearray(made({"a": b"x" * 300, "b": b"y" * 10}))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(WorkbenchError):
        embedded.read(bytes(whole[: data.draw(st.integers(0, len(whole)))]))
