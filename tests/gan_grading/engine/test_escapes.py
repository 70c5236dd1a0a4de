"""One attempt at a time to get out of the sandbox or past a cap; each must fail."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import gan_grading
from gan_grading.engine import Grader, Pool
from gan_grading.engine.cell_outputs import CellRun
from gan_grading.engine.folders import library_folders
from gan_grading.engine.session import Session

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def session(pool: Pool) -> Iterator[Session]:
    opened = pool.open()
    yield opened
    opened.close()


def text(run: CellRun) -> str:
    """Return what a cell printed."""
    return "".join(output.get("text", "") for output in run.outputs)


def refused(session: Session, source: str, *kinds: str) -> None:
    """Assert that a cell is stopped by one of these errors, and that its process lives on."""
    run = session.run_cell("attempt", source)
    assert run.error is not None
    assert run.error.type_name in kinds, run.error
    assert session.run_cell("after", "1 + 1").error is None


def test_every_layer_holds_here(session: Session) -> None:
    """A machine on which a layer is missing must not pass these tests unseen."""
    assert [layer.split()[0] for layer in session.layers] == [
        "bubblewrap:",
        "user,",
        "limits",
        "Landlock",
        "seccomp",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "import socket; socket.create_connection(('192.0.2.1', 80), 2)",
        "import socket; socket.create_connection(('127.0.0.1', 22), 2)",
        "import socket as k; k.socket(k.AF_INET, k.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import socket; s = socket.socket(); s.bind(('0.0.0.0', 8000))",
    ],
    ids=["tcp out", "tcp to the host", "udp", "names", "listen"],
)
def test_no_network(session: Session, source: str) -> None:
    refused(
        session, source, "PermissionError", "OSError", "gaierror", "ConnectionRefusedError", "TimeoutError"
    )


@pytest.mark.parametrize(
    "path",
    [
        Path(gan_grading.__file__).parent / "probes" / "a03_minimax" / "losses.py",
        ROOT / "solutions",
        ROOT / "tests",
        ROOT / "course",
        Path.home(),
        Path("/etc/passwd"),
        Path("/etc/shadow"),
        Path("/root"),
    ],
    ids=str,
)
def test_nothing_outside_is_read(session: Session, path: Path) -> None:
    """Neither the grader's files nor anybody's: at most empty folders on the way to the library."""
    run = session.run_cell(
        "attempt",
        f"import os\np = {str(path)!r}\n"
        "seen = [os.path.join(d, f) for d, _, files in os.walk(p) for f in files]\n"
        "seen += [] if os.path.isdir(p) else [open(p).read()]\n"
        f"print(len([s for s in seen if not s.startswith({tuple(library_folders())!r})]))",
    )
    assert run.error is not None or text(run) == "0\n"


def test_the_grader_cannot_be_imported(session: Session) -> None:
    """No probe, no expected value and no solution is within reach of an import."""
    refused(session, "import gan_grading", "ModuleNotFoundError")
    refused(session, "import gan_grading.keys.oracle", "ModuleNotFoundError")


@pytest.mark.parametrize(
    "place", [str(ROOT / "x"), "/usr/x", "/etc/x", "/x", str(Path(os.__file__).parent / "x")]
)
def test_nothing_outside_is_written(session: Session, place: str) -> None:
    refused(session, f"open({place!r}, 'w')", "OSError", "PermissionError", "FileNotFoundError")


def test_the_library_is_read_only(session: Session) -> None:
    refused(session, "import gan_course; open(gan_course.__file__, 'a')", "OSError", "PermissionError")


def test_scratch_is_fresh_for_each(pool: Pool) -> None:
    """One student's files never reach the next."""
    for _ in range(2):
        opened = pool.open()
        run = opened.run_cell(
            "a",
            "import os\nprint(os.path.exists('mine'), os.path.exists('/tmp/mine'))\n"
            "open('mine', 'w'); open('/tmp/mine', 'w')",
        )
        opened.close()
        assert text(run) == "False False\n"


def test_no_process_outlives_the_submission(pool: Pool) -> None:
    mark = f"{time.time_ns() % 10**9 + 10**9}"
    opened = pool.open()
    opened.run_cell(
        "a",
        f"import subprocess\nsubprocess.Popen(['sleep', '{mark}'], start_new_session=True)\n"
        f"subprocess.Popen('setsid sleep {mark} &', shell=True)\nimport time; time.sleep(0.3)",
    )
    assert _running(mark) > 0
    opened.close()
    deadline = time.monotonic() + 10
    while _running(mark) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert _running(mark) == 0


def _running(mark: str) -> int:
    listing = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    return sum(line.split() == ["sleep", mark] for line in listing.splitlines())


def test_other_processes_are_out_of_sight_and_reach(session: Session, pool: Pool) -> None:
    neighbour = pool.open()
    refused(session, "import os; os.kill(2, 9)", "ProcessLookupError")
    session.run_cell("kill", "import os\nos.kill(-1, 9)")
    numbers = session.run_cell("look", "print([p for p in os.listdir('/proc') if p.isdigit()])")
    assert text(numbers) in ("[]\n", "['1']\n")
    assert neighbour.run_cell("b", "1").error is None
    neighbour.close()


@pytest.mark.parametrize(
    "call",
    ["libc.unshare(0x10000000)", "libc.ptrace(16, 1, 0, 0)", "libc.mount(b'x', b'/tmp', b'tmpfs', 0, None)",
     "libc.syscall(319, b'x', 0)", "libc.chroot(b'/tmp')"],
    ids=["unshare", "ptrace", "mount", "memfd", "chroot"],
)  # fmt: skip
def test_system_calls_are_refused(session: Session, call: str) -> None:
    run = session.run_cell(
        "a", f"import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nprint({call}, ctypes.get_errno())"
    )
    assert text(run) == "-1 1\n"


def test_capabilities_are_gone(session: Session) -> None:
    run = session.run_cell(
        "a", "print([l for l in open('/proc/self/status') if l.startswith(('CapEff', 'NoNew'))])"
    )
    assert "CapEff:\\t0000000000000000" in text(run)
    assert "NoNewPrivs:\\t1" in text(run)


def test_wall_time_of_a_cell(session: Session) -> None:
    run = session.run_cell("a", "import time; time.sleep(100)")
    assert run.error is not None
    assert run.error.kind == "timeout"
    assert not session.alive


def test_ten_gigabytes_are_refused_and_neighbours_live(
    pool: Pool, grader: Grader, correct: Callable[[], dict[str, Any]]
) -> None:
    """The allocation fails at once in its own process; a neighbour and the parent do not notice."""
    greedy, neighbour = pool.open(), pool.open()
    neighbour.run_cell("a", "x = 41")
    refused(greedy, "import torch; torch.empty(10 * 2**30, dtype=torch.uint8).fill_(1)", "RuntimeError")
    refused(greedy, "x = bytearray(10 * 2**30)", "MemoryError")
    run = neighbour.run_cell("b", "print(x + 1)")
    assert text(run) == "42\n"
    greedy.close()
    neighbour.close()
    assert grader.grade(correct()).points == 17


def test_memory_of_many_processes_together(pool: Pool) -> None:
    """Each stays below its own cap; the sum does not."""
    opened = pool.open()
    run = opened.run_cell(
        "a",
        "import os, time\nfor _ in range(6):\n    if os.fork() == 0:\n"
        "        hoard = bytearray(300 * 2**20)\n        time.sleep(60)\ntime.sleep(60)",
    )
    opened.close()
    assert run.error is not None
    assert run.error.kind == "memory"


def test_processes_are_counted(pool: Pool) -> None:
    opened = pool.open()
    run = opened.run_cell(
        "a", "import os, time\nfor _ in range(200):\n    if os.fork() == 0: time.sleep(60)\ntime.sleep(60)"
    )
    opened.close()
    assert run.error is not None
    # Root is exempt from the kernel's own limit, so there the watch from outside stops it.
    assert run.error.kind == "memory" or run.error.type_name == "BlockingIOError"


def test_size_of_a_file(session: Session) -> None:
    refused(session, "open('big', 'wb').write(b'x' * (40 * 2**20))", "OSError")


def test_size_of_all_files(session: Session) -> None:
    refused(session, "for i in range(9): open(str(i), 'wb').write(b'x' * (10 * 2**20))", "OSError")


def test_open_files(session: Session) -> None:
    refused(session, "files = [open('/dev/null') for _ in range(1000)]", "OSError")


def test_printed_text_is_cut(session: Session) -> None:
    run = session.run_cell("a", "for _ in range(100_000): print('x' * 100)")
    assert run.error is None
    assert len(text(run)) < 80_000
    assert "more output was left out" in text(run)


def test_pictures_are_dropped_beyond_a_size(session: Session) -> None:
    run = session.run_cell(
        "a",
        "from IPython.display import display\n"
        "for _ in range(9): display({'text/html': 'x' * 10**6}, raw=True)",
    )
    assert sum(len(str(output.get("data", ""))) for output in run.outputs) < 5 * 2**20
    assert "left out" in text(run)


def test_an_answer_too_large_to_cross_is_a_fault(session: Session) -> None:
    """One student process must not fill the grader's memory."""
    session.run_cell(
        "a",
        "import gan_worker.serve as s\n"
        "s.send_frame = lambda sock, m: sock.sendall((1 << 40).to_bytes(8, 'big'))",
    )
    assert session.run_cell("b", "1").error is not None
    assert not session.alive


@pytest.mark.parametrize(
    "family", [2, 10, 16, 17, 38, 40], ids=["inet", "inet6", "netlink", "packet", "alg", "vsock"]
)
def test_only_sockets_within_the_machine_are_left(session: Session, family: int) -> None:
    """Some families share what no namespace separates, such as the ports between a machine and its host."""
    refused(session, f"import socket; socket.socket({family}, socket.SOCK_STREAM)", "PermissionError")
    assert session.run_cell("pair", "a, b = socket.socketpair(); a.send(b'x'); b.recv(1)").error is None


def test_a_socket_keeps_the_buffers_it_was_given(session: Session) -> None:
    source = "import socket\na, b = socket.socketpair()\na.setsockopt(socket.SOL_SOCKET, socket.{0}, 1 << 30)"
    for option in ("SO_SNDBUF", "SO_RCVBUF"):
        refused(session, source.format(option), "PermissionError")


def test_sockets_of_many_processes_together(pool: Pool) -> None:
    """What waits in a socket is the kernel's memory, which belongs to no process."""
    opened = pool.open()
    run = opened.run_cell(
        "a",
        "import os, socket, time\n"
        "for _ in range(8):\n    if os.fork() == 0:\n        pairs = []\n        try:\n"
        "            while True:\n                pairs.append(socket.socketpair())\n"
        "                pairs[-1][0].setblocking(False)\n                pairs[-1][0].send(bytes(1 << 20))\n"
        "        except OSError: time.sleep(60)\ntime.sleep(60)",
    )
    opened.close()
    assert run.error is not None
    assert "sockets at once" in run.error.message


def test_memory_is_watched_while_the_line_is_kept_busy(pool: Pool) -> None:
    """A process that sends its answer byte by byte must not go unseen meanwhile."""
    opened = pool.open()
    run = opened.run_cell(
        "a",
        "import gan_worker.serve as s, os, threading, time\n"
        "def hoard():\n    for _ in range(6):\n        if os.fork() == 0:\n"
        "            kept = bytearray(300 * 2**20)\n            time.sleep(60)\n"
        "def slowly(sock, message):\n    sock.sendall(len(message).to_bytes(8, 'big'))\n    hoard()\n"
        "    for byte in message * 10**6:\n        sock.sendall(bytes([byte])); time.sleep(0.01)\n"
        "s.send_frame = slowly",
    )
    opened.close()
    assert run.error is not None
    assert run.error.kind == "memory"
