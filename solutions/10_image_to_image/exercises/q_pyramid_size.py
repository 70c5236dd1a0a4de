"""Key of the question about the numbers in a pyramid."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    1344,
    "The details have 32 · 32 = 1,024 and 16 · 16 = 256 numbers, the smallest picture 8 · 8 = 64: together 1,344, "
    "a third more than the picture itself. A pyramid describes the same picture with more numbers, many of them small.",
    tolerance=0.5,
)
key.wrong(
    "picture_alone",
    "That is the number of pixels of the picture itself.",
    "The pyramid holds all its levels: add them up.",
    1024,
)
key.wrong(
    "smallest_missing",
    "Those are the details alone.",
    "Without the smallest picture there is nothing to add details to.",
    1280,
)
key.wrong(
    "another_level",
    "That pyramid has a level more than the one asked for.",
    "Three sizes: 32, 16 and 8.",
    1024 + 256 + 64 + 16,
)
key.wrong(
    "details_too_small",
    "A detail was counted with the size of the picture below it.",
    "The detail is x − u(d(x)): it is as large as x.",
    256 + 64 + 64,
    256 + 64,
    512 + 128 + 64,
)
key.wrong(
    "sides_added",
    "The sides were added up.",
    "A picture of 8 by 8 has 64 numbers.",
    56,
)
