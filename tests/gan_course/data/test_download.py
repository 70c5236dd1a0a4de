"""The real download code against a real HTTP server, and everything that goes wrong with downloads."""

import subprocess
import sys
from pathlib import Path

import pytest

from gan_course.data import download
from gan_course.data.download import RemoteFile, cache_folder, fetch, verify
from gan_course.errors import ChecksumError, DownloadError

from .conftest import IMAGES, LABELS
from .server import serve

DEAD = "http://127.0.0.1:9/"  # the discard port: nobody listens
BREAK = 100_000  # bytes after which an answer breaks off
ON = f"bytes={download._CHUNK}-"  # whole chunks are kept


@pytest.fixture
def file(sums):
    return RemoteFile(IMAGES, sums[IMAGES])


def leftovers(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if not p.name.endswith(".lock"))


def test_a_file_arrives_once_and_is_kept(mnist_files, cache, file):
    with serve(mnist_files) as server:
        first = fetch(file, [server.address])
        second = fetch(file, [server.address])
    assert first == second == cache / IMAGES
    assert first.read_bytes() == (mnist_files / IMAGES).read_bytes()
    assert len(server.asked) == 1
    assert leftovers(cache) == [IMAGES]


def test_a_broken_download_goes_on_where_it_stopped(mnist_files, cache, file):
    with serve(mnist_files, break_after=BREAK) as server:
        fetch(file, [server.address])
    assert [wanted for _, wanted in server.asked] == ["", ON]
    assert leftovers(cache) == [IMAGES]


def test_a_download_goes_on_in_another_session(mnist_files, cache, file, monkeypatch):
    """A student closes the laptop; the next day only the rest is fetched."""
    with serve(mnist_files, break_after=BREAK, breaks=99) as server:
        monkeypatch.setattr(download, "ATTEMPTS", 1)
        with pytest.raises(DownloadError, match="breaks off"):
            fetch(file, [server.address])
    with serve(mnist_files) as server:
        fetch(file, [server.address])
    assert server.asked == [(IMAGES, ON)]


def test_a_server_that_cannot_resume_starts_again(mnist_files, cache, file):
    with serve(mnist_files, break_after=BREAK, ranges=False) as server:
        path = fetch(file, [server.address])
    assert path.read_bytes() == (mnist_files / IMAGES).read_bytes()


def test_a_complete_part_is_taken_over(mnist_files, cache, file):
    """The whole file lay there as a part: the server has no more bytes to give."""
    cache.mkdir()
    (cache / f".{IMAGES}.part").write_bytes((mnist_files / IMAGES).read_bytes())
    with serve(mnist_files) as server:
        fetch(file, [server.address])
    assert leftovers(cache) == [IMAGES]


def test_a_truncated_file_on_the_mirror_is_never_accepted(mnist_files, cache, file):
    whole = (mnist_files / IMAGES).read_bytes()
    short = serve(mnist_files, replace={IMAGES: whole[: len(whole) // 2]})
    with short as server, pytest.raises(DownloadError, match="another SHA-256"):
        fetch(file, [server.address])
    assert leftovers(cache) == []


def test_a_wrong_checksum_moves_on_to_the_next_mirror(mnist_files, cache, file):
    with serve(mnist_files, replace={IMAGES: b"not what was published"}) as bad, serve(mnist_files) as good:
        path = fetch(file, [bad.address, good.address])
    assert path.read_bytes() == (mnist_files / IMAGES).read_bytes()
    assert len(bad.asked) == 1, "a wrong file is not asked for again"


def test_a_dead_first_mirror_moves_on_to_the_next(mnist_files, cache, file):
    with serve(mnist_files) as server:
        assert fetch(file, [DEAD, server.address]).is_file()


def test_when_no_mirror_delivers_each_is_named_with_its_reason(tmp_path, cache, file):
    with serve(tmp_path) as empty, pytest.raises(DownloadError) as caught:
        fetch(file, [DEAD, empty.address])
    message = str(caught.value)
    assert f"{DEAD} (the connection fails or breaks off)" in message
    assert f"{empty.address} (it answers 404)" in message
    assert "try again later" in message
    assert "\n" not in message
    assert leftovers(cache) == []


def test_a_damaged_file_in_the_cache_is_fetched_again(mnist_files, cache, file):
    cache.mkdir()
    (cache / IMAGES).write_bytes(b"damaged")
    with serve(mnist_files) as server:
        path = fetch(file, [server.address])
    assert path.read_bytes() == (mnist_files / IMAGES).read_bytes()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_full_disk_is_said_in_one_line(mnist_files, cache, file):
    """The partial file is the device that is always full, so the system's own error comes back."""
    cache.mkdir()
    part = cache / f".{IMAGES}.part"
    part.symlink_to("/dev/full")
    with serve(mnist_files) as server, pytest.raises(DownloadError, match="the disk is full") as caught:
        fetch(file, [server.address])
    assert "GAN_COURSE_DATA" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not (cache / IMAGES).exists()


def test_a_cache_that_cannot_be_written_is_said_in_one_line(mnist_files, tmp_path, file, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(DownloadError, match="GAN_COURSE_DATA"):
        fetch(file, [DEAD], blocked / "cache")


def test_two_processes_at_once_download_once(mnist_files, cache, file):
    code = (
        "import sys; from gan_course.data.download import RemoteFile, fetch; "
        "print(fetch(RemoteFile(sys.argv[1], sys.argv[2]), [sys.argv[3]]))"
    )
    with serve(mnist_files, delay=0.5) as server:
        command = [sys.executable, "-c", code, file.name, file.sha256, server.address]
        both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
        said = [process.communicate(timeout=120)[0].strip() for process in both]
    assert said == [str(cache / IMAGES)] * 2
    assert len(server.asked) == 1
    assert leftovers(cache) == [IMAGES]


def test_a_bar_shows_the_download(mnist_files, cache, file, capsys):
    with serve(mnist_files) as server:
        fetch(file, [server.address], progress=True)
    assert "100%" in capsys.readouterr().err


def test_nothing_is_printed_when_bars_are_off(mnist_files, cache, file, capsys):
    with serve(mnist_files) as server:
        fetch(file, [server.address])
    assert capsys.readouterr() == ("", "")


def test_the_cache_moves_with_the_variable(monkeypatch, tmp_path):
    monkeypatch.setenv("GAN_COURSE_DATA", str(tmp_path / "here"))
    assert cache_folder() == tmp_path / "here"
    monkeypatch.delenv("GAN_COURSE_DATA")
    assert "gan-course" in str(cache_folder())


def test_verify_knows_right_wrong_and_missing(mnist_files, sums):
    assert verify(mnist_files / LABELS, sums[LABELS]) == mnist_files / LABELS
    with pytest.raises(ChecksumError, match="not the published file"):
        verify(mnist_files / LABELS, sums[IMAGES])
    with pytest.raises(DownloadError, match="there is no file"):
        verify(mnist_files / "absent.gz", sums[IMAGES])
