"""Folders in which a live database comes to harm: folders that a program synchronises, and disks across a network.

A synchronising program copies the file while it changes, and network disks do not keep locks; both have destroyed
libraries of other programs. Must not open anything; only looks at names, folder marks and the table of mounts.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from workbench.base.there import is_there

_SYNCED = (
    (re.compile(r"onedrive( .*)?"), "OneDrive"),
    (re.compile(r"dropbox( .*)?"), "Dropbox"),
    (re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs"), "iCloud Drive"),
    (re.compile(r"google ?drive( .*)?|googledrive-.*"), "Google Drive"),
    (re.compile(r"cloudstorage"), "a cloud service"),
    (re.compile(r"nextcloud"), "Nextcloud"),
    (re.compile(r"owncloud"), "ownCloud"),
    (re.compile(r"box sync"), "Box"),
    (re.compile(r"megasync"), "MEGA"),
    (re.compile(r"seafile"), "Seafile"),
    (re.compile(r"syncthing"), "Syncthing"),
)
"""Folder names (lower case, whole) that such programs give, and what they are called."""

_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}
"""Entries that such programs keep in the folders they synchronise."""

_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|ncpfs|afpfs|webdav|davfs2?|9p|afs|ceph|glusterfs|lustre|coda|vboxsf|vmhgfs|prl_fs|"
    r"fuse\.(?!gocryptfs|encfs|cryfs|ntfs|exfat|ext).*|macfuse|osxfuse"
)
_DRIVE_REMOTE = 4


def synced_by(path: Path) -> str:
    """The program that synchronises the folder a path is in, as its name; empty when none is seen."""
    for variable in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        folder = os.environ.get(variable)
        if folder and path.is_relative_to(Path(folder)):
            return "OneDrive"
    for folder_name in path.parts[:-1]:
        for pattern, program in _SYNCED:
            if pattern.fullmatch(folder_name.casefold()):
                return program
    return next((_MARKS[mark] for folder in path.parents for mark in _MARKS if is_there(folder / mark)), "")


def linux_mounts(table: str) -> dict[Path, str]:
    """Mount points and their kinds of file system, from the text of `/proc/self/mountinfo`."""
    found = {}
    for line in table.splitlines():
        left, _, right = line.partition(" - ")
        point, kind = left.split(" ")[4:5], right.split(" ")[0]
        if point and kind:
            found[Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point[0]))] = kind
    return found


def mac_mounts(table: str) -> dict[Path, str]:
    """Mount points and their kinds of file system, from what `mount` prints on macOS."""
    return {Path(m[1]): m[2] for m in re.finditer(r" on (/.*?) \((\w+)[,)]", table)}


def kind_at(path: Path, mounts: dict[Path, str]) -> str:
    """The kind of file system a path is on; empty when the table does not say."""
    return next((mounts[point] for point in (path, *path.parents) if point in mounts), "")


def network_kind(path: Path) -> str:
    """What kind of network disk a path is on, as a word; empty when it is on this machine or cannot be told."""
    if sys.platform == "win32":  # pragma: no cover  (mypy reads this branch on Windows only)
        import ctypes  # noqa: PLC0415  (Windows only)

        remote = ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _DRIVE_REMOTE
        return "network drive" if remote or path.anchor.startswith("\\\\") else ""
    if sys.platform == "darwin":
        import subprocess  # noqa: PLC0415  (macOS only; costs the first screen)

        run = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
        mounts = mac_mounts(run.stdout)
    else:
        table = Path("/proc/self/mountinfo")
        mounts = linux_mounts(table.read_text("utf-8", "surrogateescape")) if table.exists() else {}
    kind = kind_at(path, mounts)
    return kind if _NETWORK.fullmatch(kind) else ""


def risk_of(path: Path) -> str:
    """Why a live library should not be at a path, as the end of a sentence; empty when nothing speaks against it."""
    program = synced_by(path)
    if program:
        return f"is in a folder that {program} synchronises, which can destroy an open library"
    kind = network_kind(path)
    return f"is on a network disk ({kind}), where an open library can be destroyed" if kind else ""
