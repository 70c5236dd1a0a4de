"""A real JupyterLab and a real headless Chromium, for tests and measurements."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, sync_playwright

TOKEN = "course"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# What JupyterLab itself says on every start; anything else on the console fails a test.
LAB_NOISE = ("favicon", "/lsp/", "jupyter-collaboration", "service-worker", "serviceWorker", "debugger state")


def chromium_path() -> str | None:
    """Return Debian's Chromium, or another named by CHROMIUM."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass
class Server:
    """A running JupyterLab.

    Attributes:
        url: its address.
        folder: the folder it serves.
    """

    url: str
    folder: Path

    def write(self, name: str, *cells: str) -> str:
        """Write a notebook of code cells into the served folder and return its name."""
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(cell) for cell in cells],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        )
        nbformat.write(notebook, self.folder / name)
        return name


@contextmanager
def jupyterlab(folder: Path, scratch: Path, starts: Sequence[str] = ()) -> Iterator[Server]:
    """Run JupyterLab over a folder, with settings of its own; stop it at the end.

    Args:
        folder: what it serves.
        scratch: for its settings and its log.
        starts: a command that starts it there and takes its options at the end; else it is started itself.
    """
    settings = scratch / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text(
        json.dumps({"fetchNews": "false", "checkForUpdates": False})
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "JUPYTERLAB_SETTINGS_DIR": str(scratch / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(scratch / "workspaces"),
        "JUPYTER_CONFIG_DIR": str(scratch / "config"),
        "JUPYTER_RUNTIME_DIR": str(scratch / "runtime"),
        "IPYTHONDIR": str(scratch / "ipython"),
        "OMP_NUM_THREADS": "1",
    }
    environment.pop("GAN_COURSE_INTERACTIVE", None)
    itself = [sys.executable, "-m", "jupyter", "lab", f"--ServerApp.root_dir={folder}"]
    command = [*(starts or itself), "--no-browser", "--allow-root", "--ip=127.0.0.1"]
    command += [f"--port={port}", f"--IdentityProvider.token={TOKEN}"]
    command += ["--expose-app-in-browser", "--ServerApp.port_retries=0"]
    with (scratch / "lab.log").open("w") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/api?token={TOKEN}", process)
            yield Server(f"http://127.0.0.1:{port}", folder)
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_for(url: str, process: subprocess.Popen[bytes], seconds: float = 240) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"JupyterLab ended with status {process.returncode}: see lab.log")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"JupyterLab did not answer within {seconds:.0f} s")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run the headless browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Notebook:
    """One notebook open in JupyterLab, and what its console has said.

    Attributes:
        page: the browser page.
        errors: console errors and uncaught exceptions, without the noise of JupyterLab itself.
    """

    page: Page
    errors: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, browser: Browser, server: Server, name: str) -> Notebook:
        """Open a notebook and wait until its kernel is ready."""
        page = browser.new_page(viewport={"width": 1280, "height": 1500})
        self = cls(page)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.errors.append(f"uncaught: {error}"))
        page.goto(f"{server.url}/lab/tree/{name}?token={TOKEN}&reset")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
        page.wait_for_function(
            "() => { const p = window.jupyterapp?.shell.currentWidget?.sessionContext;"
            " return p && p.session?.kernel?.status === 'idle'; }",
            timeout=90_000,
        )
        return self

    def _heard(self, message: ConsoleMessage) -> None:
        where = f"{message.text} {message.location.get('url', '')}"
        if message.type == "error" and not any(noise in where for noise in LAB_NOISE):
            self.errors.append(where)

    def command(self, name: str, **arguments: object) -> None:
        """Run a JupyterLab command and wait for it."""
        self.page.evaluate(
            "([name, args]) => window.jupyterapp.commands.execute(name, args).then(() => null)",
            [name, arguments],
        )

    def run_all(self) -> None:
        """Run all cells."""
        self.command("notebook:run-all-cells")

    def run_cell(self, index: int) -> None:
        """Run one cell."""
        self.page.evaluate(
            "(i) => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = i; }", index
        )
        self.command("notebook:run-cell")

    def show_cell(self, index: int) -> None:
        """Scroll to a cell; JupyterLab takes those far away out of the page."""
        self.page.evaluate(
            """(i) => { const notebook = window.jupyterapp.shell.currentWidget.content;
            notebook.activeCellIndex = i;
            return notebook.scrollToItem(i, 'start').then(() => null); }""",
            index,
        )

    def widget(self, name: str, nth: int = 0) -> Locator:
        """Return a widget's root, waiting until it is shown."""
        root = self.page.locator(f".{name}").nth(nth)
        root.wait_for(state="visible", timeout=60_000)
        return root

    def dark(self, on: bool = True) -> None:
        """Switch JupyterLab's theme."""
        self.command("apputils:change-theme", theme="JupyterLab Dark" if on else "JupyterLab Light")
        wanted = "false" if on else "true"
        self.page.wait_for_function(f"() => document.body.dataset.jpThemeLight === '{wanted}'")

    def output(self, index: int) -> str:
        """Return the text a cell has put out."""
        return self.page.locator(".jp-Cell").nth(index).locator(".jp-OutputArea").inner_text()

    def value(self, expression: str) -> object:
        """Ask the kernel for the value of an expression, as JSON."""
        code = f"import json as _json; print(_json.dumps({expression}))"
        text = self.page.evaluate(
            """async (code) => {
                const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
                const future = kernel.requestExecute({ code, store_history: false });
                let text = "";
                future.onIOPub = (m) => {
                    if (m.header.msg_type === "stream" && m.content.name === "stdout") text += m.content.text;
                    if (m.header.msg_type === "error") text += JSON.stringify(m.content.evalue);
                };
                await future.done;
                return text;
            }""",
            code,
        )
        return json.loads(text)
