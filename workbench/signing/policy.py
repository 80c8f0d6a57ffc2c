"""What one signing step may change, judged by pyHanko's difference analysis with our narrower rules.

pyHanko's own policy also passes changed titles, filled text fields, new fields and security stores; none of these
belongs in an agreement that is being signed. This is the second of two judges: `steps.py` lists what may be touched at
all, this one proves that no touched object is also used somewhere else.

Loads pyHanko: import it where it is used. Must not know signatures.
"""

from __future__ import annotations

from typing import Any

from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    FormUpdatingRule,
    MetadataUpdateRule,
    ModificationLevel,
    StandardDiffPolicy,
    SuspiciousModification,
    XrefStreamRule,
)
from pyhanko.sign.diff_analysis.rules.form_field_rules import SigFieldModificationRule
from pyhanko.sign.fields import MDPPerm

_CATALOG_MAY_CHANGE = frozenset({"/AcroForm", "/Metadata", "/Extensions", "/Version"})
_FORM_MAY_CHANGE = frozenset({"/Fields"})


def _policy(catalog: frozenset[str], form: frozenset[str]) -> StandardDiffPolicy:
    maintenance = ModificationLevel.LTA_UPDATES
    return StandardDiffPolicy(
        global_rules=[
            CatalogModificationRule(catalog),  # type: ignore[no-untyped-call]  # pyHanko types only part of itself
            DocInfoRule().as_qualified(maintenance),
            XrefStreamRule().as_qualified(maintenance),
            MetadataUpdateRule().as_qualified(maintenance),  # type: ignore[no-untyped-call]  # pyHanko, see above
        ],
        form_rule=FormUpdatingRule(
            field_rules=[SigFieldModificationRule(allow_in_place_appearance_stream_changes=False)],
            ignored_acroform_keys=form,
        ),
        ignore_orphaned_objects=False,
    )


# The first signature also enters itself as the one that certifies, and marks the form as signed.
_FIRST = _policy(_CATALOG_MAY_CHANGE | {"/Perms"}, _FORM_MAY_CHANGE | {"/SigFlags"})
_LATER = _policy(_CATALOG_MAY_CHANGE, _FORM_MAY_CHANGE)


def only_signs(old: Any, new: Any, *, field: str, first: bool) -> bool:
    """Whether one revision (historical resolver) differs from the one before by a signature in that field alone."""
    try:
        difference = (_FIRST if first else _LATER).apply(
            old=old, new=new, doc_mdp=None if first else MDPPerm.FILL_FORMS
        )
    except SuspiciousModification:
        return False
    return difference.modification_level <= ModificationLevel.FORM_FILLING and difference.changed_form_fields == {field}
