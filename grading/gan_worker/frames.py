"""Messages on a stream socket: eight bytes of length, then that many bytes."""

from __future__ import annotations

import socket

HEADER = 8


class Closed(ConnectionError):
    """The other side has closed the socket."""


class FrameTooLarge(ValueError):
    """A message announces more bytes than may cross."""


def header(size: int) -> bytes:
    """Return the bytes that announce a message of ``size`` bytes."""
    return size.to_bytes(HEADER, "big")


def send_frame(sock: socket.socket, message: bytes) -> None:
    """Send one message, waiting as long as it takes."""
    sock.sendall(header(len(message)) + message)


def receive_frame(sock: socket.socket, max_bytes: int) -> bytes:
    """Wait for one message.

    Raises:
        Closed: if the other side has gone.
        FrameTooLarge: if the message is larger than ``max_bytes``.
    """
    size = int.from_bytes(_exactly(sock, HEADER), "big")
    if size > max_bytes:
        raise FrameTooLarge(f"{size} bytes, at most {max_bytes} may cross")
    return _exactly(sock, size)


def _exactly(sock: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        part = sock.recv(min(size - len(data), 1 << 20))
        if not part:
            raise Closed("the other side has closed the socket")
        data += part
    return bytes(data)
