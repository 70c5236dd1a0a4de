"""The sentence for changed arguments in 00_start_here."""

from __future__ import annotations


def test_changed_arguments_are_named(printed):
    def distances(points, centre):
        points -= centre
        return points.norm(dim=1)

    lines = printed("distances", distances)
    assert "✗ your code changes the tensors it was given" in lines
    assert "in place" in lines[-1] + lines[-2]
