"""A PostgreSQL server of a test's own, run by a user without rights."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PACKAGED = Path("/usr/lib/postgresql")  # where Debian's package lies, beyond PATH
MISSING = "PostgreSQL is not installed (Debian: apt-get install postgresql)"


def programs() -> Path:
    """Return the folder of initdb and postgres; without them skip, or fail where CI must have them."""
    found = shutil.which("initdb")
    packaged = sorted(PACKAGED.glob("*/bin/initdb"))
    if found is None and not packaged:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    return Path(found or packaged[-1]).resolve().parent


@contextmanager
def server() -> Iterator[str]:
    """Run a server; give the address of an empty database in it."""
    folder = programs()
    # PostgreSQL refuses to be run by root, and a short path: a socket's may have some hundred letters.
    user = None if os.getuid() else pwd.getpwnam("nobody").pw_uid
    with tempfile.TemporaryDirectory(prefix="pg-") as base:
        if user is not None:
            os.chown(base, user, -1)
        data, port = Path(base) / "data", _free_port()
        for command in (
            [folder / "initdb", "-D", data, "-U", "class", "-A", "trust", "--no-sync", "-E", "UTF8"],
            [folder / "pg_ctl", "-D", data, "-w", "-t", "120", "-l", Path(base) / "log", "-o",
             f"-p {port} -k {base} -c listen_addresses=127.0.0.1 -c fsync=off", "start"],
        ):  # fmt: skip
            _run(command, user)
        try:
            yield f"postgresql+psycopg://class@127.0.0.1:{port}/postgres"
        finally:
            _run([folder / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], user)


def _run(command: list[str | Path], user: int | None) -> None:
    done = subprocess.run(
        command, user=user, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=180
    )
    assert done.returncode == 0, done.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
