"""One JupyterLab and one browser for all browser tests; pictures are kept in build/browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")

from playwright.sync_api import Browser, Locator  # noqa: E402  (only where Playwright is installed)

from .lab import Notebook, Server, chromium, chromium_path, jupyterlab  # noqa: E402

PICTURES = Path(__file__).parents[2] / "build" / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if chromium_path() is None:
        pytest.skip("no Chromium: apt-get install chromium, or set CHROMIUM to its path")
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with jupyterlab(tmp_path_factory.mktemp("notebooks"), tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture
def notebook(
    browser: Browser, server: Server, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Notebook]]:
    """Write a notebook, open it, run it; at the end no error may have reached the console."""
    opened: list[Notebook] = []

    def open_and_run(*cells: str, run: bool = True) -> Notebook:
        name = server.write(f"{request.node.name}.ipynb", *cells)
        opened.append(Notebook.open(browser, server, name))
        if run:
            opened[-1].run_all()
        return opened[-1]

    yield open_and_run
    for one in opened:
        one.page.screenshot(path=_place(f"{request.node.name}-end"))
        one.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
        one.page.close()
        assert one.errors == [], "errors on the browser's console"


@pytest.fixture
def keep(request: pytest.FixtureRequest) -> Callable[[Locator, str], None]:
    """Keep a picture of an element as a test artefact."""

    def take(element: Locator, name: str) -> None:
        element.screenshot(path=_place(f"{request.node.name}-{name}"))

    return take


def _place(name: str) -> Path:
    PICTURES.mkdir(parents=True, exist_ok=True)
    return PICTURES / f"{name}.png"
