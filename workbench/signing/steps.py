"""What one signing step may touch, object by object and key by key. Must not know what a signature is worth.

Everything that is not on this list is unchanged because its object was not written again. The list: the catalogue (only
the note of who certified and of the form), the form (only its flags), Info and XMP (by value), and the one field that
was signed (only its signature and its look).

Loads pyHanko: import it where it is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject, IndirectObject, Reference as PdfReference

from workbench.base.language import N_
from workbench.signing.additions import are_plain, extension_is_plain
from workbench.signing.findings import Finding, changed
from workbench.signing.form import Reference, SignaturePlace
from workbench.signing.metadata import same_info, same_xmp
from workbench.signing.revisions import Update

_VERSIONS = {"/1.7", "/2.0"}
_SIGNED_FLAGS = {1, 3}


def step_findings(old: Any, new: Any, update: Update, place: SignaturePlace) -> Iterator[Finding]:
    """What an update changed besides signing a place.

    Args:
        old: The revision before (historical resolver).
        new: The revision the update makes (historical resolver).
        update: The update.
        place: The field that was signed in it.
    """
    number = update.number
    written_again = {reference for reference in update.objects if _existed(old, reference)}
    known = _touchable(old, place)
    added = update.objects.keys() - written_again
    used = _new_objects_are_used(new, update, place, added)
    if written_again - known.keys() or not used or not are_plain(new, added):
        yield changed(number, N_("The signature for {role} came with other changes to the document."), role=place.role)
    if not same_info(old, new):
        yield changed(number, N_("The document's properties were changed when {role} signed."), role=place.role)
    if not same_xmp(old, new):
        yield changed(number, N_("The document's metadata was changed when {role} signed."), role=place.role)
    if not _catalogue_is_kept(old, new, place, first=number == 1):
        yield changed(number, N_("The document's catalogue was changed when {role} signed."), role=place.role)
    if not _form_is_kept(old, new):
        yield changed(number, N_("The document's form was changed when {role} signed."), role=place.role)
    if not _field_is_filled(old, new, update, place):
        yield changed(number, N_("The place for {role} was changed beyond being signed."), role=place.role)


def _new_objects_are_used(new: Any, update: Update, place: SignaturePlace, added: set[Reference]) -> bool:
    """Whether every object that the update adds belongs to the signature, its look, or what else may be touched."""
    found: set[Reference] = set()
    for holder in (new.root, new.root["/AcroForm"], new(PdfReference(*place.reference, new))):
        used = new.collect_dependencies(holder, since_revision=update.number)
        found |= {(one.idnum, one.generation) for one in used}
    return added <= found


def _existed(revision: Any, reference: Reference) -> bool:
    size = revision.reader.xrefs.get_xref_container_info(revision.revision).size
    return bool(reference[0] < size)


def _touchable(old: Any, place: SignaturePlace) -> dict[Reference, str]:
    found = {place.reference: "field", (old.root_ref.idnum, old.root_ref.generation): "catalogue"}
    for name, holder in (("/Info", old.trailer_view), ("/Metadata", old.root), ("/AcroForm", old.root)):
        value = holder.raw_get(name) if name in holder else None
        if isinstance(value, IndirectObject):
            found[value.idnum, value.generation] = name
    return found


def _catalogue_is_kept(old: Any, new: Any, place: SignaturePlace, *, first: bool) -> bool:
    may_differ = {"/AcroForm", "/Metadata", "/Extensions", "/Version"} | ({"/Perms"} if first else set())
    before, after = old.root, new.root
    same_form = _raw(before, "/AcroForm") == _raw(after, "/AcroForm") or not isinstance(
        _raw(before, "/AcroForm"), IndirectObject
    )
    return (
        same_form
        and _equal_but(before, after, may_differ)
        and _raw(after, "/Version") in {_raw(before, "/Version"), *_VERSIONS}
        and _extensions_only_grow(before, after)
        and (not first or _certified_by(before, after, place))
    )


def _extensions_only_grow(before: DictionaryObject, after: DictionaryObject) -> bool:
    old, new = before.get("/Extensions", {}), after.get("/Extensions")
    if new is None:
        return not old
    if not isinstance(new, DictionaryObject) or any(key not in new or new[key] != old[key] for key in old):
        return False
    return all(extension_is_plain(key, new.raw_get(key)) for key in new.keys() - old.keys())


def _certified_by(before: DictionaryObject, after: DictionaryObject, place: SignaturePlace) -> bool:
    permissions = after.get("/Perms")
    if "/Perms" in before or not isinstance(permissions, DictionaryObject) or set(permissions) != {"/DocMDP"}:
        return False
    certifying = permissions.raw_get("/DocMDP")
    return isinstance(certifying, IndirectObject) and (certifying.idnum, certifying.generation) == place.value


def _form_is_kept(old: Any, new: Any) -> bool:
    before, after = old.root["/AcroForm"], new.root["/AcroForm"]
    return _equal_but(before, after, {"/SigFlags"}) and after.get("/SigFlags") in _SIGNED_FLAGS


def _field_is_filled(old: Any, new: Any, update: Update, place: SignaturePlace) -> bool:
    before, after = old(PdfReference(*place.reference, old)), new(PdfReference(*place.reference, new))
    if place.value is None or place.value not in update.objects or _existed(old, place.value) or "/V" in before:
        return False
    if not _equal_but(before, after, {"/V", "/AP"}):
        return False
    raw = _raw(after, "/AP")
    if raw == _raw(before, "/AP"):
        return True
    if not isinstance(raw, DictionaryObject) or set(raw) != {"/N"}:
        return False
    look = raw.raw_get("/N")
    return isinstance(look, IndirectObject) and not _existed(old, (look.idnum, look.generation))


def _equal_but(before: Any, after: Any, keys: set[str]) -> bool:
    if not isinstance(after, DictionaryObject) or before.keys() - keys != after.keys() - keys:
        return False
    return all(bool(before.raw_get(key) == after.raw_get(key)) for key in before.keys() - keys)


def _raw(holder: DictionaryObject, key: str) -> Any:
    return holder.raw_get(key) if key in holder else None
