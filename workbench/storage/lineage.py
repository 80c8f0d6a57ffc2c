"""Who descends from whom among versions, and what to do with a line that somebody else went on with. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.agreement.version import VersionHeader


def ancestors(of: str, versions: Mapping[str, VersionHeader]) -> frozenset[str]:
    """A version and everything it descends from, as hashes.

    Args:
        of: Hash to begin from.
        versions: By hash; parents that are not in it are passed over.
    """
    seen: set[str] = set()
    ahead = [of]
    while ahead:
        one = ahead.pop()
        if one in versions and one not in seen:
            seen.add(one)
            ahead.extend(versions[one].parents)
    return frozenset(seen)


def common_ancestors(one: str, other: str, versions: Mapping[str, VersionHeader]) -> tuple[str, ...]:
    """The versions that both descend from and no later such one does: the bases of a merge, latest first.

    More than one where two lines took each other in and met at different contents; none where they have nothing in
    common.

    Args:
        one: A hash.
        other: A hash.
        versions: By hash.
    """
    shared = ancestors(one, versions) & ancestors(other, versions)
    earlier = {
        before for found in shared for parent in versions[found].parents for before in ancestors(parent, versions)
    }
    return tuple(sorted(shared - earlier, key=lambda found: (-versions[found].number, found)))


def continuation(head: str, theirs: str, versions: Mapping[str, VersionHeader]) -> tuple[str, ...] | None:
    """The versions with which the own line goes on when it follows theirs; nothing when both have gone on.

    Args:
        head: Hash of the own newest version; empty when there is none.
        theirs: Hash of their newest version.
        versions: By hash, own and theirs.
    """
    if head and head not in ancestors(theirs, versions):
        return None
    line = []
    step = theirs
    while step and step != head and (not head or head in ancestors(step, versions)):
        line.append(step)
        parents = versions[step].parents
        step = parents[0] if parents else ""
    return tuple(reversed(line))
