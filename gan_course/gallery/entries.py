"""The gallery's entries, read from ``entries.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from gan_course.errors import unknown_name

HOME = Path(__file__).parent


@dataclass(frozen=True)
class Paper:
    """One publication.

    Attributes:
        title: As published.
        authors: Family names.
        year: Of the venue.
        venue: Conference, or arXiv where there was none.
        arxiv: Its number there.
        known_as: The short name that texts use for its method; empty where there is none.
    """

    title: str
    authors: str
    year: int
    venue: str
    arxiv: str
    known_as: str = ""

    @property
    def link(self) -> str:
        """Where it can be read."""
        return f"https://arxiv.org/abs/{self.arxiv}"

    @property
    def line(self) -> str:
        """The paper in Markdown, in one line."""
        authors = self.authors.split(", ")
        who = f"{authors[0]} et al." if len(authors) > 3 else " and ".join(authors[-2:])
        if len(authors) == 3:
            who = f"{authors[0]}, {who}"
        name = f" ({self.known_as})" if self.known_as else ""
        return f"{who}: [{self.title}]({self.link}){name}, {self.venue} {self.year}"


@dataclass(frozen=True)
class Entry:
    """One application of GANs.

    Attributes:
        name: Its maker's and its picture's.
        title: For people.
        asks: What somebody who wants this has, and wants.
        method: How a GAN does it.
        assignment: Where the course teaches the method.
        section: A heading there, in whole or in part.
        shows: What the picture is, and what it does not show.
        papers: The original first.
    """

    name: str
    title: str
    asks: str
    method: str
    assignment: str
    section: str
    shows: str
    papers: tuple[Paper, ...]


@lru_cache(maxsize=1)
def entries() -> tuple[Entry, ...]:
    """Return all entries, in the gallery's order."""
    table = tomllib.loads((HOME / "entries.toml").read_text(encoding="utf-8"))
    return tuple(_entry(name, fields) for name, fields in table.items())


def entry(name: str) -> Entry:
    """Return one entry.

    Raises:
        UnknownNameError: If there is none of that name; the message lists them.
    """
    by_name = {one.name: one for one in entries()}
    if name not in by_name:
        raise unknown_name("application", name, by_name)
    return by_name[name]


def _entry(name: str, fields: Mapping[str, Any]) -> Entry:
    papers = tuple(Paper(**paper) for paper in fields["papers"])
    return Entry(name, **{**fields, "papers": papers})
