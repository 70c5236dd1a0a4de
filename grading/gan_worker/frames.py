"""Messages on a stream socket: eight bytes of length, then that many bytes."""

from __future__ import annotations

from typing import Protocol

HEADER = 8


class Line(Protocol):
    """A socket, or something that does as much of its work."""

    def recv(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, none once the other side has gone."""
        ...

    def sendall(self, data: bytes, /) -> None:
        """Send every byte."""
        ...


class Closed(ConnectionError):
    """The other side has closed the socket."""


class FrameTooLarge(ValueError):
    """A message announces more bytes than may cross."""


def header(size: int) -> bytes:
    """Return the bytes that announce a message of ``size`` bytes."""
    return size.to_bytes(HEADER, "big")


def send_frame(sock: Line, message: bytes) -> None:
    """Send one message, waiting as long as it takes."""
    sock.sendall(header(len(message)) + message)


def receive_frame(sock: Line, max_bytes: int) -> bytes:
    """Wait for one message.

    Raises:
        Closed: if the other side has gone.
        FrameTooLarge: if the message is larger than ``max_bytes``.
    """
    size = int.from_bytes(_exactly(sock, HEADER), "big")
    if size > max_bytes:
        raise FrameTooLarge(f"{size} bytes, at most {max_bytes} may cross")
    return _exactly(sock, size)


def _exactly(sock: Line, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        part = sock.recv(min(size - len(data), 1 << 20))
        if not part:
            raise Closed("the other side has closed the socket")
        data += part
    return bytes(data)
