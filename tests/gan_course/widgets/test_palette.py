"""The colours of both themes: told apart by every eye, and seen against the page."""

import re
from pathlib import Path

import pytest

import gan_course.widgets

CSS = (Path(gan_course.widgets.__file__).parent / "widgets.css").read_text(encoding="utf-8")
PAGES = {"light": (255, 255, 255), "dark": (33, 33, 33)}  # --jp-layout-color1 of JupyterLab's two themes
# Machado, Oliveira and Fernandes (2009), full strength, on linear RGB.
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def colours(theme):
    block = re.search(
        r"\n\.gc \{(.*?)\}" if theme == "light" else r'="false"\] \.gc \{(.*?)\}', CSS, re.S
    ).group(1)
    found = dict(re.findall(r"--gc-(real|fake|d|extra): #(\w{6});", block))
    assert set(found) == {"real", "fake", "d", "extra"}
    return {name: tuple(int(code[i : i + 2], 16) for i in (0, 2, 4)) for name, code in found.items()}


def linear(colour):
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour)]


def luminance(colour):
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def lab(rgb):
    x, y, z = (
        sum(w * min(1, max(0, c)) for w, c in zip(row, rgb, strict=True))
        for row in ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0178, 0.1095, 0.8727))
    )
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return (116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))


@pytest.mark.parametrize("theme", PAGES)
def test_every_colour_stands_out_from_the_page(theme):
    """WCAG 2.1, 1.4.11: graphics need a contrast of 3 to 1."""
    page = luminance(PAGES[theme])
    for name, colour in colours(theme).items():
        high, low = sorted((luminance(colour), page), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 3, name


@pytest.mark.parametrize("theme", PAGES)
@pytest.mark.parametrize("eye", EYES)
def test_colours_that_meet_in_one_picture_are_told_apart_by_every_eye(theme, eye):
    """A CIE distance of 20 is far above what an eye just notices (about 2).

    Real and generated points share the plane, the losses of D and G a chart; real and D never meet.
    """
    seen = {}
    for name in ("real", "fake", "d"):
        rgb = linear(colours(theme)[name])
        seen[name] = lab([sum(w * c for w, c in zip(row, rgb, strict=True)) for row in EYES[eye]])
    for a, b in (("real", "fake"), ("d", "fake")):
        distance = sum((u - v) ** 2 for u, v in zip(seen[a], seen[b], strict=True)) ** 0.5
        assert distance > 20, (a, b)
