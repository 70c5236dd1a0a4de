"""Pictures of what painters make of toy data: faces, clips, chairs."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import torch

from gan_course.gallery import runs
from gan_course.gallery.makers.painted import noise, paint
from gan_course.gallery.sheet import WIDTH, Row, sheet
from gan_course.gallery.toys import FRAMES, HAIR, chairs, clip_orders, clips, face_orders, faces

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ACROSS = 12


def human_faces() -> Figure:
    """Show drawn faces, painted ones, and a walk from one painted face to another."""
    drawn, orders = faces(ACROSS, torch.Generator().manual_seed(1))
    z = noise(ACROSS, seed=1)
    share = torch.linspace(0, 1, ACROSS)[:, None]
    walk = paint(runs.faces(), torch.lerp(z[2], z[4], share), torch.lerp(orders[2], orders[4], share))
    painted = paint(runs.faces(), z, orders)
    return sheet(Row("drawn by rule", drawn), Row("painted", painted), Row("a walk", walk))


def cartoon() -> Figure:
    """Order one attribute after the other, with the same noise down each column."""
    z = noise(ACROSS, seed=5)

    def row(label: str, hair: int, smile: float, glasses: float) -> Row:
        orders = face_orders(torch.tensor([hair]), torch.tensor([smile]), torch.tensor([glasses]))
        return Row(label, paint(runs.faces(), z, orders.expand(ACROSS, -1)))

    hair = [row(f"{name} hair", i, 0.8, 0.0) for i, name in enumerate(HAIR)]
    return sheet(*hair, row("no smile", 2, -0.9, 0.0), row("glasses", 2, 0.8, 1.0))


def video() -> Figure:
    """Show a drawn clip, and painted ones that go on from a first frame one way and the other."""
    drawn, _ = clips(1, torch.Generator().manual_seed(4))
    rows = [Row("drawn by rule", drawn[0][:, None])]
    for degrees, start in ((30, "a start"), (100, "another start")):
        for way, name in ((1.0, f"{start}, one way"), (-1.0, "the other way")):
            orders = clip_orders(torch.tensor([math.radians(degrees)]), torch.tensor([way]))
            film = paint(runs.clips(), noise(1, seed=degrees), orders)
            rows.append(Row(name, film[0][:, None]))
    assert all(len(row.pictures) == FRAMES for row in rows)
    return sheet(*rows)


def solids() -> Figure:
    """Show drawn chairs above painted ones, stools and chairs in turn."""
    from matplotlib.figure import Figure

    across = 6
    backs = (torch.arange(across) % 2).float()[:, None]
    drawn, given = chairs(60, torch.Generator().manual_seed(2))
    rule = torch.stack([drawn[(given[:, 0] == back).nonzero()[i, 0]] for i, (back,) in enumerate(backs)])
    painted = paint(runs.chairs(), noise(across, seed=3), backs)
    figure = Figure(figsize=(WIDTH, 2.2), dpi=100)
    for row, (label, built) in enumerate((("drawn by rule", rule), ("painted", painted))):
        for i, chair in enumerate(built):
            place = (0.19 + i * 0.135, 0.5 - 0.5 * row, 0.135, 0.5)
            ax: Any = figure.add_axes(place, projection="3d")  # the type of plane axes has no voxels
            cubes = (chair > 0).permute(2, 1, 0).numpy()  # width, depth, height
            ax.voxels(cubes, facecolors="#56B4E9", edgecolors="#1F4E79", linewidth=0.4)
            ax.set(xlim=(0, 8), ylim=(0, 8), zlim=(0, 8))
            ax.view_init(22, -55)
            ax.set_axis_off()
        figure.text(0.2, 0.75 - 0.5 * row, label, ha="right", va="center", fontsize=9)
    return figure


MAKERS: dict[str, Callable[[], Figure]] = {
    "faces": human_faces,
    "cartoon": cartoon,
    "video": video,
    "3d-objects": solids,
}
