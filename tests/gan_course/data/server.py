"""A real HTTP server on 127.0.0.1 that serves a folder, and misbehaves where a test asks for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class Behaviour:
    """What the server does, and what it was asked."""

    folder: Path
    break_after: int | None = None  # bytes after which the first answer for a file breaks off
    breaks: int = 1  # how many answers break off
    replace: dict[str, bytes] = field(default_factory=dict)  # other contents for some files
    ranges: bool = True  # whether it can go on in the middle of a file
    delay: float = 0.0  # seconds before the body
    asked: list[tuple[str, str]] = field(default_factory=list)  # (path, Range header)
    address: str = ""


class Handler(BaseHTTPRequestHandler):
    behaviour: Behaviour

    def do_GET(self) -> None:
        b, name = self.behaviour, self.path.lstrip("/")
        wanted = self.headers.get("Range", "")
        b.asked.append((name, wanted))
        path = b.folder / name
        if name not in b.replace and not path.is_file():
            self.send_error(404)
            return
        body = b.replace.get(name) or path.read_bytes()
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and b.ranges else 0
        if start and start >= len(body):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        threading.Event().wait(b.delay)
        end = len(body)
        if b.break_after is not None and b.breaks > 0:
            b.breaks -= 1
            end = min(end, start + b.break_after)
        self.wfile.write(body[start:end])

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@contextmanager
def serve(folder: Path, **behaviour: object) -> Iterator[Behaviour]:
    """Serve a folder on a free port of 127.0.0.1."""
    made = Behaviour(folder, **behaviour)
    handler = type("Bound", (Handler,), {"behaviour": made})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    made.address = f"http://127.0.0.1:{server.server_address[1]}/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
