"""A Dask scheduler and workers of its own, with TLS between them, some of which are killed on the way."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import dask
import pytest
from distributed import Security
from nbgrader.converters import GenerateAssignment

from gan_grading.cli import main
from gan_grading.nbgrader.application import nbgrader_app
from tests.gan_grading.classroom.rooms import GAN_GRADE, environment, gradebook, inside, journaled
from tests.gan_grading.engine.classes import NAME, Classroom

STUDENTS = ("alice", "bob", "carol", "dora", "emil", "fay", "gus", "hal")
FULL = {6.0, 4.0, 2.0, 5.0}


class Machines:
    """A scheduler and workers, each a process that knows no folder of the class."""

    def __init__(self, folder: Path) -> None:
        drawn = Security.temporary()
        texts = (drawn.tls_ca_file, drawn.tls_scheduler_cert, drawn.tls_scheduler_key)
        self._folder = folder
        self._files = dict(
            zip(
                ("ca-file", "cert", "key"), map(str, (folder / "ca", folder / "c", folder / "k")), strict=True
            )
        )
        for path, text in zip(self._files.values(), texts, strict=True):
            Path(path).write_text(text)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"tls://127.0.0.1:{probe.getsockname()[1]}"
        self._started: list[subprocess.Popen[bytes]] = []

    @property
    def settings(self) -> dict[str, str]:
        """Dask's own settings, in which a command finds its certificates."""
        names = {"ca-file": "ca-file", "cert": "client.cert", "key": "client.key"}
        return {f"distributed.comm.tls.{names[kind]}": path for kind, path in self._files.items()}

    def scheduler(self) -> subprocess.Popen[bytes]:
        """Start the scheduler."""
        port = self.address.rpartition(":")[2]
        return self._start("scheduler", "--protocol=tls", "--host=127.0.0.1", f"--port={port}")

    def worker(self) -> subprocess.Popen[bytes]:
        """Start a worker, with more threads than may grade at once."""
        return self._start("worker", self.address, "--nworkers=1", "--nthreads=2", "--death-timeout=120")

    def stop(self) -> None:
        """End all that was started."""
        for process in self._started:
            process.terminate()
        for process in self._started:
            process.wait(60)

    def _start(self, kind: str, *words: str) -> subprocess.Popen[bytes]:
        tls = [f"--tls-{name}={path}" for name, path in self._files.items()]
        hidden = ("GAN_COURSE_DIR", "GAN_COURSE_ROOT")
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", kind, *words, "--no-dashboard", *tls],
            cwd=self._folder,
            env={name: value for name, value in os.environ.items() if name not in hidden},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._started.append(process)
        return process


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    folder = tmp_path / "machines"
    folder.mkdir()
    started = Machines(folder)
    try:
        yield started
    finally:
        started.stop()


def test_a_class_survives_the_death_of_each_part(tmp_path: Path, machines: Machines) -> None:
    """A worker, the scheduler and the run itself are killed in turn: each is graded once, with its score."""
    room = Classroom(tmp_path / "room")
    for student in STUDENTS:
        room.hand_in(student)
    with inside(room):
        release()
    words = ["autograde", NAME, "--cluster", machines.address]

    scheduler, worker = machines.scheduler(), machines.worker()
    first = start(room, machines, words)
    wait_for(lambda: len(journaled(room)) >= 1)
    worker.kill()
    machines.worker()
    wait_for(lambda: len(journaled(room)) >= 2)
    scheduler.kill()
    scheduler.wait()
    _, said = first.communicate(timeout=600)
    assert first.returncode == 2, said
    assert f"the scheduler at {machines.address} is gone" in said.splitlines()[-1]

    machines.scheduler()
    machines.worker()
    second = start(room, machines, words)
    wait_for(lambda: len(journaled(room)) >= 4)
    second.kill()
    second.communicate()
    done = len(journaled(room))
    assert done < len(STUDENTS), "the run was over before it could be cut off"

    with inside(room), dask.config.set(machines.settings):
        assert main(words) == 0
    assert sorted(journaled(room)) == sorted(STUDENTS)
    points = {student: set[float]() for student in STUDENTS}
    for student, _, score, *_ in gradebook(room)["grades"]:
        points[student].add(score)
    assert points == dict.fromkeys(STUDENTS, FULL)


def test_a_scheduler_that_does_not_answer_is_one_line(
    tmp_path: Path, machines: Machines, capsys: pytest.CaptureFixture[str]
) -> None:
    room = Classroom(tmp_path / "room")
    room.hand_in("alice")
    with inside(room):
        release()
        assert main(["autograde", NAME, "--cluster", machines.address]) == 2  # it has no certificates
    said = capsys.readouterr().err.strip().splitlines()
    assert f"no scheduler answers at {machines.address}" in said[-1]


def release() -> None:
    """What ``nbgrader generate_assignment`` does."""
    app = nbgrader_app(NAME)
    GenerateAssignment(coursedir=app.coursedir, parent=app).start()


def start(room: Classroom, machines: Machines, words: list[str]) -> subprocess.Popen[str]:
    """Start gan-grade in a class; it finds the certificates as Dask's variables name them."""
    names = {
        f"DASK_{name.upper().replace('.', '__').replace('-', '_')}": path
        for name, path in machines.settings.items()
    }
    return subprocess.Popen(
        [GAN_GRADE, *words],
        cwd=room.base,
        env={**environment(room), **names},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for(holds: Callable[[], bool], seconds: float = 600.0) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)
