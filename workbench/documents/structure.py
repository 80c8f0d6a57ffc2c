"""The structure tree as PDF objects: elements, marked content, links and signature fields. Must not know blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from workbench.documents.marking import Link, Place, Spot
from workbench.documents.tags import Annotation, Element, Piece, Tree

_PRINTED = 4
"""The annotation flag a PDF/A asks for."""


class StructureWriter:
    """Writes one document's structure.

    Args:
        pdf: The document, still without structure.
        tree: What was drawn.
        links: Places to press.
        places: Places for signature fields.
        anchors: Where links lead.
    """

    def __init__(
        self, pdf: pikepdf.Pdf, tree: Tree, links: Sequence[Link], places: Sequence[Place], anchors: Mapping[str, Spot]
    ) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._tree = tree
        self._links = [self._link(link, anchors) for link in links]
        self._fields = [self._field(place) for place in places]
        self._objects: dict[int, pikepdf.Object] = {}

    def write(self) -> None:
        """Put the tree, the parent tree, the annotations and the form into the document."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(self._tree.root, root)
        numbers: list[object] = []
        for index, (page, owners) in enumerate(zip(self._pages, self._tree.owners, strict=True)):
            numbers += [index, self._pdf.make_indirect(Array([self._objects[id(owner)] for owner in owners]))]
            page.StructParents = index
            page.Tabs = Name.S
        following = len(self._pages)
        for parent, annotation, its_page in self._annotations():
            annotation.StructParent = following
            numbers += [following, parent]
            following += 1
            if Name.Annots not in its_page:
                its_page.Annots = Array([])
            its_page.Annots.append(annotation)
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = following
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)
        if self._fields:
            fields = Array([field for field, _ in self._fields])
            self._pdf.Root.AcroForm = self._pdf.make_indirect(Dictionary(Fields=fields, SigFlags=1))

    def _annotations(self) -> list[tuple[pikepdf.Object, pikepdf.Object, pikepdf.Object]]:
        """Parent element, annotation and page of every link and field, in reading order."""
        found: list[tuple[pikepdf.Object, pikepdf.Object, pikepdf.Object]] = []

        def walk(element: Element) -> None:
            for part in element.parts:
                if isinstance(part, Element):
                    walk(part)
                elif isinstance(part, Annotation):
                    annotation, page = (self._links if part.kind == "link" else self._fields)[part.index]
                    found.append((self._objects[id(element)], annotation, page))

        walk(self._tree.root)
        return found

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        entries: dict[str, object] = {"/S": _name(element.kind), "/P": parent}
        page = next((part.page for part in element.parts if isinstance(part, Piece)), -1)
        if page >= 0:
            entries["/Pg"] = self._pages[page]
        if element.alternative:
            entries["/Alt"] = String(element.alternative)
        if (attributes := _attributes(element)) is not None:
            entries["/A"] = attributes
        made = self._pdf.make_indirect(Dictionary(entries))
        self._objects[id(element)] = made
        kids = [self._part(part, made, page) for part in element.parts]
        # A form's annotation must be a direct dictionary in /K: pyHanko's comparison of revisions takes a change of the
        # field for a change of the document when it is wrapped in an array, and then refuses the second signature.
        made.K = kids[0] if element.kind == "Form" and len(kids) == 1 else Array(kids)
        return made

    def _part(self, part: Element | Piece | Annotation, parent: pikepdf.Object, page: int) -> object:
        """A child of an element; content of the element's own page is named by its number alone."""
        if isinstance(part, Element):
            return self._element(part, parent)
        if isinstance(part, Piece):
            if part.page == page:
                return part.number
            return Dictionary(Type=Name.MCR, Pg=self._pages[part.page], MCID=part.number)
        annotation, where = (self._links if part.kind == "link" else self._fields)[part.index]
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=where)

    def _link(self, link: Link, anchors: Mapping[str, Spot]) -> tuple[pikepdf.Object, pikepdf.Object]:
        page = self._pages[link.page]
        goal = anchors.get(link.to, Spot(link.page, link.box[3]))
        made = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=_rectangle(link.box),
                Border=Array([0, 0, 0]),
                F=_PRINTED,
                Contents=String(link.words),
                Dest=Array([self._pages[goal.page], Name.XYZ, 0, round(goal.y + 8, 2), None]),
            )
        )
        return made, page

    def _field(self, place: Place) -> tuple[pikepdf.Object, pikepdf.Object]:
        page = self._pages[place.page]
        left, bottom, right, top = place.box
        look = self._pdf.make_stream(b" ")
        look.Type, look.Subtype = Name.XObject, Name.Form
        look.BBox = Array([0, 0, round(right - left, 2), round(top - bottom, 2)])
        look.Resources = Dictionary()
        made = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=String(place.name),
                TU=String(place.words),
                F=_PRINTED,
                Rect=_rectangle(place.box),
                P=page,
                AP=Dictionary(N=look),
            )
        )
        return made, page


@cache
def _name(kind: str) -> pikepdf.Object:
    """The name of a structure type; a document has hundreds of each."""
    return Name(f"/{kind}")


def _rectangle(box: tuple[float, float, float, float]) -> Array:
    return Array([round(value, 2) for value in box])


def _attributes(element: Element) -> pikepdf.Object | None:
    if element.scope:
        return Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    if element.span > 1:
        return Dictionary(O=Name.Table, ColSpan=element.span)
    if element.box:
        return Dictionary(O=Name.Layout, BBox=_rectangle(element.box), Placement=Name.Block)
    if element.numbering:
        return Dictionary(O=Name.List, ListNumbering=Name(f"/{element.numbering}"))
    return None
