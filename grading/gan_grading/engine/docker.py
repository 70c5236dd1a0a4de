"""Student processes in Docker containers, for systems without bubblewrap: one container a submission.

The instructor builds the image, and ``GAN_GRADING_IMAGE`` names it: Python with ``gan-course`` and a copy
of ``gan_worker``, but neither solutions nor probes. Nothing of the host is mounted.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import uuid

from gan_grading.engine.limits import Limits
from gan_grading.engine.session import Handle, SandboxFailedError, Session
from gan_worker.confine.enter import SCRATCH

IMAGE_VARIABLE = "GAN_GRADING_IMAGE"
WALL = "Docker: a container with no network and nothing of the host in it"


def run_command(program: str, image: str, name: str, limits: Limits, variables: dict[str, str]) -> list[str]:
    """Return the command that starts one container.

    Args:
        program: path of the Docker client.
        image: its image.
        name: the container's name, by which it is killed.
        limits: what the submission may use.
        variables: environment of the student process.
    """
    caps = limits.caps
    # A fresh process imports torch; what it holds then comes on top of what the student may use.
    memory = f"{caps.memory_mb + 1024}m"
    options = ["--rm", "--interactive", "--name", name, "--network", "none", "--read-only"]
    options += ["--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--user", "1000:1000", "--init"]
    options += [
        "--memory",
        memory,
        "--memory-swap",
        memory,
        "--pids-limit",
        str(caps.processes),
        "--cpus",
        "1",
    ]
    options += ["--tmpfs", f"{SCRATCH}:rw,size={caps.scratch_mb}m,mode=1777", "--workdir", SCRATCH]
    for variable, value in variables.items():
        options += ["--env", f"{variable}={value}"]
    serve = json.dumps({"caps": caps.to_json(), "nested": False, "walled": False})
    return [program, "run", *options, image, "python", "-I", "-B", "-m", "gan_worker.stdio", serve]


def open_container(program: str, limits: Limits, variables: dict[str, str], seconds: float) -> Session:
    """Start a container and wait until its process answers.

    Raises:
        SandboxFailedError: if it does not.
    """
    name = f"gan-grading-{uuid.uuid4().hex[:12]}"
    mine, theirs = socket.socketpair()
    command = run_command(program, os.environ[IMAGE_VARIABLE], name, limits, variables)
    with theirs:
        line = theirs.fileno()
        client = subprocess.Popen(command, stdin=line, stdout=line, stderr=subprocess.DEVNULL)

    def stop() -> None:
        subprocess.run([program, "kill", name], capture_output=True, timeout=60, check=False)
        client.kill()
        client.wait()

    session = Session(mine, Handle(-1, None), limits, alone=stop)
    try:
        session.greet(seconds)
    except SandboxFailedError:
        session.close()
        raise
    session.layers = (WALL, *session.layers)
    return session
