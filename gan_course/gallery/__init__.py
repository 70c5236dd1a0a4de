"""What GANs have been used for, with the lesson that teaches each method and a small picture of it.

>>> from gan_course import gallery
>>> gallery.entry("inpainting").papers[0].title
'Context Encoders: Feature Learning by Inpainting'

Pictures are made when they are asked for: ``gallery.picture("inpainting")`` trains what it needs first.
"""

from __future__ import annotations

from gan_course.gallery.entries import Entry, Paper, entries, entry
from gan_course.gallery.picture import Picture, picture

__all__ = ["Entry", "Paper", "Picture", "entries", "entry", "picture"]
