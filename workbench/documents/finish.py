"""From a drawn PDF to an archival, accessible one: structure, XMP, colour, language, attached files, fields.

PDF/A-3a and PDF/UA-1. The same input gives the same bytes. Must not know blocks or how pages were drawn.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from workbench.base.places import resource
from workbench.documents.attachment import Attachment
from workbench.documents.marking import Link, Place, Spot
from workbench.documents.structure import StructureWriter
from workbench.documents.tags import Tree
from workbench.documents.xmp import Facts, packet


@dataclass(frozen=True)
class Drawn:
    """A drawn document and what its drawing left behind.

    Attributes:
        data: The PDF as ReportLab wrote it.
        tree: Its structure.
        links: Places to press.
        places: Places for signature fields.
        anchors: Where links lead.
    """

    data: bytes
    tree: Tree
    links: Sequence[Link]
    places: Sequence[Place]
    anchors: Mapping[str, Spot]


def finish(drawn: Drawn, facts: Facts, attachments: Sequence[Attachment]) -> bytes:
    """The finished document's bytes."""
    with pikepdf.open(io.BytesIO(drawn.data)) as pdf:
        StructureWriter(pdf, drawn.tree, drawn.links, drawn.places, drawn.anchors).write()
        pdf.Root.Lang = String(facts.language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _write_colour(pdf)
        _write_attachments(pdf, attachments, facts.pdf_date)
        _write_facts(pdf, facts)
        return _saved(pdf)


def plain_save(data: bytes) -> bytes:
    """A PDF that becomes part of another, written again without ReportLab's habits."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for key in list(pdf.docinfo.keys()):
            del pdf.docinfo[key]
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,  # strict readers of signed files want plain objects
        min_version="1.7",
        compress_streams=True,
        progress=_give_way,
    )
    return out.getvalue()


def _give_way(percent: int) -> None:
    """Told now and then while a file is written: the moment at which other threads get their turn.

    The writer itself holds Python for the whole file, which a window would feel.
    """
    del percent


def _write_colour(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream(resource("colour", "sRGB.icc").read_bytes())
    profile.N = 3
    name = String("sRGB IEC61966-2.1")
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=name,
        Info=name,
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _write_attachments(pdf: pikepdf.Pdf, attachments: Sequence[Attachment], date: str) -> None:
    if not attachments:
        return
    files = {one.name: _file(pdf, one, date) for one in attachments}
    pdf.Root.AF = Array(list(files.values()))
    names = [part for name in sorted(files) for part in (String(name), files[name])]
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))


def _file(pdf: pikepdf.Pdf, one: Attachment, date: str) -> pikepdf.Object:
    stream = pdf.make_stream(one.data)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name(f"/{one.mime}")
    checksum = hashlib.md5(one.data, usedforsecurity=False).digest()  # the format's own check against damage
    stream.Params = Dictionary(Size=len(one.data), ModDate=String(date), CheckSum=String(checksum))
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(one.name),
            UF=String(one.name),
            Desc=String(one.description),
            AFRelationship=Name(f"/{one.relationship}"),
            EF=Dictionary(F=stream, UF=stream),
        )
    )


def _write_facts(pdf: pikepdf.Pdf, facts: Facts) -> None:
    info = pdf.docinfo
    for key in list(info.keys()):
        del info[key]
    info[Name.Title] = String(facts.title)
    info[Name.Author] = String(facts.author)
    info[Name.Creator] = String(facts.creator)
    info[Name.Producer] = String(facts.producer)
    info[Name.CreationDate] = info[Name.ModDate] = String(facts.pdf_date)
    metadata = pdf.make_stream(packet(facts))
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata
