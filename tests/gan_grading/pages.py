"""Run a page of the documentation as an instructor would: its files written, its commands run in order."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from nbgrader.apps import NbGraderApp

from gan_grading.cli import main

BLOCK = re.compile(r"^( *)```(console|toml|csv|python) ?(.*)\n((?:.*\n)*?) *```$", re.MULTILINE)


def alone(folder: Path, monkeypatch: pytest.MonkeyPatch, settings: str = "") -> None:
    """Be somebody with this home, no class, and these settings of nbgrader's."""
    (folder / "config").mkdir()
    (folder / "config" / "nbgrader_config.py").write_text(settings)
    for key, value in (("HOME", folder), ("JUPYTER_CONFIG_DIR", folder / "config")):
        monkeypatch.setenv(key, str(value))
    for key in ("GAN_COURSE_DIR", "GAN_COURSE_ROOT"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.chdir(folder)


def run_page(
    page: Path,
    said: Callable[[], str],
    instead: Mapping[str, Callable[[], None]],
    before: Mapping[str, Callable[[], None]],
    after: Mapping[str, Callable[[], None]],
) -> None:
    """Write the files and run the commands of a page; every command must end well.

    Args:
        page: its Markdown.
        said: returns what was written to standard error, for a command that fails.
        instead: what is done in place of a command that cannot run here.
        before: what somebody else does before a command that holds this text.
        after: the same, after it.
    """
    left = set(instead)
    for _, kind, file, text in BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind != "console":
            Path(file).write_text(text, encoding="utf-8")
            continue
        for line in re.findall(r"^ *\$ (.+)$", text, re.MULTILINE):
            for part in (p for p in before if p in line):
                before[part]()
            if line in instead:
                left.discard(line)
                instead[line]()
            else:
                assert run(shlex.split(line)) == 0, f"{line}\n{said()}"
            for part in (p for p in after if p in line):
                after[part]()
    assert not left, f"the page does not say {left}"


def run(words: list[str]) -> int:
    """Run one command of a page."""
    if words[0] == "cd":
        os.chdir(words[1])
        return 0
    if words[0] == "gan-grade":
        return main([os.path.expanduser(word) for word in words[1:]])
    assert words[0] == "nbgrader", f"the page runs {words[0]}"
    return nbgrader(words[1:])


def nbgrader(words: list[str]) -> int:
    """Run a command of nbgrader's in this process: each start of another would take seconds."""
    NbGraderApp.clear_instance()
    app = NbGraderApp.instance()
    try:
        app.initialize(words)
        app.subapp.start()
    except SystemExit as stopped:
        return int(stopped.code or 0)
    finally:
        if app.subapp is not None:
            app.subapp.clear_instance()
        NbGraderApp.clear_instance()
    return 0
