"""Remembered mappings: found again for next month's export, also where a few of its headers are others.

Must not know either face.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.base.errors import NotAllowedError

if TYPE_CHECKING:
    from workbench.services.imported import ReadFile
    from workbench.sheets.inspection import Inspection
    from workbench.storage.library import Library
    from workbench.storage.records.imports import Profile

LEAST_LIKENESS = 0.8
"""Share of the remembered headers that must still be there."""

_OF_ONE_FILE = frozenset({"as_of", "sheet", "header_row"})


@dataclass(frozen=True)
class FittingProfile:
    """A remembered mapping for a file.

    Attributes:
        profile: The mapping.
        missing: Headers it speaks of that the file does not have.
        added: Headers of the file it does not speak of.
    """

    profile: Profile
    missing: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def columns(self) -> dict[str, str]:
        """Field by header, as remembered; an empty field means the column is not used."""
        return {header: field or "" for header, field in self.profile.mapping.get("columns", {}).items()}


class Profiles:
    """The remembered mappings of the open library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def all(self) -> tuple[Profile, ...]:
        """Every one, by name."""
        return self._library.profiles.all()

    def fitting(self, inspection: Inspection) -> FittingProfile | None:
        """The mapping for a file: the one last saved for these headers, else the one most like them; or nothing."""
        from workbench.sheets.mapping import fingerprint, likeness  # noqa: PLC0415  (loads the import side)

        headers = [column.header for column in inspection.columns]
        exact = self._library.profiles.for_header(fingerprint(headers, inspection.vendor))
        candidates = (exact,) if exact else self.all()
        found = [(likeness(one.mapping.get("columns", {}), headers), one) for one in candidates]
        fitting = [pair for pair in found if pair[0].share >= LEAST_LIKENESS or pair[1] is exact]
        if not fitting:
            return None
        like, profile = max(fitting, key=lambda pair: (pair[0].share, pair[1].saved_at))
        return FittingProfile(profile, like.missing, like.added)

    def check_name(self, name: str) -> None:
        """Refuse what a mapping cannot be called, before anything is done.

        Raises:
            NotAllowedError: No name, or too long a one.
        """
        self._library.profiles.check_name(name)

    def remember(self, name: str, inspection: Inspection, mapping: MappingOf[str, Any]) -> Profile:
        """Remember a mapping for files with these headers, in place of one of the same name.

        Raises:
            NotAllowedError: No name, or too long a one.
        """
        from workbench.sheets.mapping import fingerprint  # noqa: PLC0415  (loads the import side)

        headers = [column.header for column in inspection.columns]
        kept = {key: value for key, value in mapping.items() if key not in _OF_ONE_FILE}
        return self._library.profiles.save(name, fingerprint(headers, inspection.vendor), kept)

    def remember_read(self, name: str, read: ReadFile) -> Profile:
        """Remember the mapping that a file was read with.

        Raises:
            NotAllowedError: No name, or too long a one.
        """
        from workbench.sheets.mapping import fingerprint  # noqa: PLC0415  (loads the import side)

        kept = {key: value for key, value in read.mapping.items() if key not in _OF_ONE_FILE}
        return self._library.profiles.save(name, fingerprint(read.reading.headers, read.reading.vendor), kept)

    def rename(self, name: str, new_name: str) -> Profile:
        """Give a mapping another name.

        Raises:
            NotFoundError: There is none with the old name.
            ConflictError: There is one with the new name.
        """
        return self._library.profiles.rename(name, new_name)

    def share(self, name: str, target: Path) -> Path:
        """Write a mapping as a mapping file, which any library takes in and `import --mapping` reads; answers where.

        Raises:
            NotFoundError: There is no such mapping.
            OutsideError: The file cannot be written.
        """
        from workbench.sheets.mapping import mapping_from_json, save_mapping  # noqa: PLC0415  (loads the import side)

        profile = self._library.profiles.get(name)
        save_mapping(mapping_from_json(dict(profile.mapping)), target)
        return target

    def take_in(self, path: Path, name: str = "") -> str:
        """Remember the mapping of a mapping file, under the file's own name without its ending or another; answers it.

        Raises:
            NotFoundError: There is no such file.
            NotAllowedError: It is no mapping, or names no headers by which it could be found again.
            OutsideError: It cannot be read.
        """
        from workbench.sheets.mapping import fingerprint, load_mapping, mapping_to_json  # noqa: PLC0415  (as above)

        mapping = load_mapping(path)
        if not mapping.columns:
            raise NotAllowedError(
                f"“{path.name}” names no columns, so no export could be recognised by it.",
                "Share a mapping that was remembered with an import.",
            )
        kept = {key: value for key, value in mapping_to_json(mapping).items() if key not in _OF_ONE_FILE}
        return self._library.profiles.save(name or path.stem, fingerprint(mapping.columns), kept).name

    def forget(self, name: str) -> None:
        """Forget a mapping; one that is not there is forgotten already."""
        self._library.profiles.delete(name)
