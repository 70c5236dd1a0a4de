"""The Docker way, as far as it can be tried without Docker: its command line, and its way of speaking."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import gan_worker
from gan_grading.engine import Limits, Pool, Sandbox
from gan_grading.engine.docker import run_command

# Takes the place of the Docker client: runs the command meant for the container on this machine.
STAND_IN = """#!/bin/sh
[ "$1" = run ] || exit 0
while [ "$1" != -m ]; do shift; done
shift 2
PYTHONPATH={path} exec {python} -B -m gan_worker.stdio "$@"
"""


def test_a_container_gets_no_network_no_rights_and_every_cap() -> None:
    command = run_command("docker", "course-image", "name", Limits(), {"LANG": "C.UTF-8"})
    text = " ".join(command)
    for option in (
        "--network none",
        "--read-only",
        "--cap-drop ALL",
        "--security-opt no-new-privileges",
        "--user 1000:1000",
        "--memory 3072m",
        "--pids-limit 64",
        "--env LANG=C.UTF-8",
    ):
        assert option in text
    assert "--volume" not in text
    assert "--mount" not in text
    assert command.index("course-image") < command.index("gan_worker.stdio")


def test_a_student_process_speaks_over_pipes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What student code prints must not mix with what the process answers."""
    client = tmp_path / "docker"
    client.write_text(STAND_IN.format(path=Path(gan_worker.__file__).parents[1], python=sys.executable))
    client.chmod(0o755)
    monkeypatch.setenv("GAN_GRADING_IMAGE", "course-image")
    with Pool(Sandbox("docker", str(client))) as pool:
        session = pool.open()
        assert session.layers[0].startswith("Docker")
        run = session.run_cell("a", "import os\nos.write(1, b'noise')\nprint(6 * 7)")
        session.close()
    assert [output["text"] for output in run.outputs] == ["42\n"]
