"""Where a library may be, and which places are refused with the reason."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workbench.base.errors import NotAllowedError
from workbench.storage.place import FilePlace, ServerPlace, place_of
from workbench.storage.risky_places import kind_at, linux_mounts, mac_mounts, network_kind, risk_of, synced_by

MOUNTS = r"""
22 1 254:1 / / rw,relatime - ext4 /dev/vda rw
30 22 0:26 / /mnt/team\040share rw shared:5 - cifs //server/team rw
31 22 0:27 / /mnt/nfs rw - nfs4 server:/export rw
32 22 0:28 / /srv/a/remote rw - fuse.sshfs a@b:/ rw
33 22 0:29 / /srv/a/private rw - fuse.gocryptfs /x rw
34 22 0:30 / /media/stick rw - fuseblk /dev/sdb1 rw
"""
MAC_MOUNTS = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ana@server/team on /Volumes/team share (smbfs, nodev, nosuid, mounted by ana)
"""


def test_a_path_is_made_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert place_of("library.sla") == FilePlace((tmp_path / "library.sla").resolve())


def test_an_address_names_its_driver_and_never_shows_the_password() -> None:
    place = place_of("postgres://ana:secret@server:5432/sla?sslmode=require&password=other")
    assert isinstance(place, ServerPlace)
    assert place.url == "postgresql+psycopg://ana:secret@server:5432/sla?sslmode=require&password=other"
    assert str(place) == "postgresql://server:5432/sla"


@pytest.mark.parametrize("text", ["mysql://server/db", "sqlite:///x", "http://example.com/library", "", "  "])
def test_other_addresses_are_refused(text: str) -> None:
    with pytest.raises(NotAllowedError, match=r"postgresql://"):
        place_of(text)


def test_a_path_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for text in (str(tmp_path / "loop"), "~nobody-here/x.sla", "postgresql://[half/db"):
        with pytest.raises(NotAllowedError, match="cannot be at"):
            place_of(text)


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("OneDrive - Example GmbH", "OneDrive"), ("Dropbox", "Dropbox"), ("Dropbox (Personal)", "Dropbox"),
        ("Mobile Documents", "iCloud Drive"), ("Google Drive", "Google Drive"), ("Nextcloud", "Nextcloud"),
        ("My dropbox plans", ""), ("onedriver", ""), ("Documents", ""),
    ],
)  # fmt: skip
def test_synchronised_folders_are_known_by_their_names(tmp_path: Path, folder: str, program: str) -> None:
    assert synced_by(tmp_path / folder / "work" / "library.sla") == program


def test_a_file_may_be_called_like_such_a_folder(tmp_path: Path) -> None:
    assert synced_by(tmp_path / "dropbox") == ""


def test_synchronised_folders_are_known_by_their_marks(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert synced_by(tmp_path / "deep" / "library.sla") == "Syncthing"
    assert synced_by(tmp_path / ("x" * 300) / "library.sla") == "Syncthing"


def test_onedrive_is_known_where_the_system_says_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "cloud"))
    assert synced_by(tmp_path / "cloud" / "library.sla") == "OneDrive"
    assert synced_by(tmp_path / "clouds" / "library.sla") == ""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/mnt/team share/a/library.sla", "cifs"), ("/mnt/nfs/library.sla", "nfs4"), ("/mnt/library.sla", "ext4"),
        ("/srv/a/remote/library.sla", "fuse.sshfs"),
    ],
)  # fmt: skip
def test_the_nearest_mount_tells_the_kind_of_disk(path: str, kind: str) -> None:
    assert kind_at(Path(path), linux_mounts(MOUNTS)) == kind


def test_mounts_of_macos_are_read() -> None:
    mounts = mac_mounts(MAC_MOUNTS)
    assert kind_at(Path("/Volumes/team share/library.sla"), mounts) == "smbfs"
    assert kind_at(Path("/Users/ana/library.sla"), mounts) == "apfs"


@pytest.mark.parametrize(
    ("path", "refused"),
    [
        ("/mnt/nfs/x", "nfs4"), ("/mnt/team share/x", "cifs"), ("/srv/a/remote/x", "fuse.sshfs"),
        ("/srv/a/private/x", ""), ("/media/stick/x", ""), ("/x", ""),
    ],
)  # fmt: skip
@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell in another way")
def test_only_disks_across_a_network_are_risky(path: str, refused: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.storage.risky_places.linux_mounts", lambda _text: linux_mounts(MOUNTS))
    assert network_kind(Path(path)) == refused


def test_the_reason_ends_a_sentence(tmp_path: Path) -> None:
    assert risk_of(tmp_path / "Dropbox" / "x").startswith("is in a folder that Dropbox synchronises")
    assert risk_of(tmp_path / "x") == ""
