"""Keys of exercises: what a right answer does, which mistakes are known, and how they are found and used."""

from gan_grading.keys.key import Key, KnownMistake

__all__ = ["Key", "KnownMistake"]
