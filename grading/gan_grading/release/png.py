"""PNG pictures without the chunks that differ between machines."""

from __future__ import annotations

import base64
import struct

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Text, time and camera data: the writing program's name and version, the date.
DROPPED = {b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf"}


def strip_png(encoded: str) -> str:
    """Drop text, time and camera chunks of a base64 PNG; animation chunks stay.

    Args:
        encoded: base64 text as Jupyter stores it.

    Returns:
        Base64 text, line breaks taken out. Data that is no PNG comes back as it was.
    """
    raw = base64.b64decode(encoded)
    if not raw.startswith(SIGNATURE):
        return encoded
    kept, at = [SIGNATURE], len(SIGNATURE)
    while at + 12 <= len(raw):
        (length,) = struct.unpack(">I", raw[at : at + 4])
        chunk = raw[at : at + 12 + length]
        if chunk[4:8] not in DROPPED:
            kept.append(chunk)
        at += len(chunk)
    return base64.b64encode(b"".join(kept)).decode("ascii")
