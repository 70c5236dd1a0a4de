"""Key of ε in the units of the pixels."""

from gan_grading.keys import Key


def right(levels: float, low: float, high: float) -> float:
    return levels / 255 * (high - low)


key = Key("pixel_units", right=right)
key.wrong(
    "range_ignored",
    "Your ε does not follow the range of the pixels: it is the one for pixels from 0 to 1.",
    "Pixels from −1 to 1 span twice as much. What is then the size of one of the 255 steps?",
    lambda k, low, high: k / 255,
)
key.wrong(
    "half_the_range",
    "Your ε is half as large as it should be.",
    "From the darkest value to the brightest there are 255 steps. How far apart are those two values?",
    lambda k, low, high: k / 255 * (high - low) / 2,
)
key.wrong(
    "double",
    "Your ε is twice as large as it should be.",
    "From the darkest value to the brightest there are 255 steps. How far apart are those two values?",
    lambda k, low, high: 2 * k / 255 * (high - low),
    lambda k, low, high: k / 127 * (high - low),
)
key.wrong(
    "256_steps",
    "You divide by the number of grey values, not by the number of steps between them.",
    "From 0 to 255 there are 256 values. How many steps lead from the first to the last?",
    lambda k, low, high: k / 256 * (high - low),
    lambda k, low, high: k / 256,
    lambda k, low, high: k / 254 * (high - low),
    share=0.5,
)
key.wrong(
    "shifted",
    "You converted a grey value, not a difference of grey values.",
    "ε is a distance between two pixels. A shift of both leaves it as it is.",
    lambda k, low, high: low + k / 255 * (high - low),
    lambda k, low, high: (k / 255 - low) / (high - low),
    lambda k, low, high: k / 255 - low,
    lambda k, low, high: high - k / 255 * (high - low),
)
key.wrong(
    "inverted",
    "Your conversion runs the other way.",
    "The step is a share of 255 steps; the same share of the range is asked for.",
    lambda k, low, high: k / 255 / (high - low),
    lambda k, low, high: k * 255 / (high - low),
    lambda k, low, high: k / 255 * (low - high),
)
key.wrong(
    "not_converted",
    "Your ε is still counted in steps of the scale from 0 to 255, or counts them wrongly.",
    "All 255 steps together make the whole range, high − low.",
    lambda k, low, high: k,
    lambda k, low, high: k * (high - low),
    lambda k, low, high: k / 100 * (high - low),
    lambda k, low, high: k * 255 * (high - low),
    lambda k, low, high: k // 255 * (high - low),
    lambda k, low, high: int(k / 255) * (high - low),
)
key.wrong(
    "upper_end",
    "Your ε follows the ends of the range, not its length.",
    "Try low = −1, high = 1, and low = 0, high = 2: the same length should give the same ε.",
    lambda k, low, high: k / 255 * high,
    lambda k, low, high: k / 255 * (high + low),
    lambda k, low, high: k / 255 * abs(low),
    lambda k, low, high: k / 255 * max(abs(low), abs(high)),
    lambda k, low, high: k / 255 * (abs(low) + abs(high)),
    lambda k, low, high: k / 255 * (1 - low),
)
key.wrong(
    "two_scales_only",
    "Your ε is right for pixels from 0 to 1 and from −1 to 1, and for no other range.",
    "Pixels from −2 to 2 are possible too: which number says how long a range is?",
    lambda k, low, high: k / 255 * (2 if low < 0 else 1),
    lambda k, low, high: k / 255 if low == 0 else 2 * k / 255,
)
key.wrong(
    "levels_ignored",
    "Your ε does not follow the number of steps it is given.",
    "`levels` is an argument: one step and eight steps are not the same ε.",
    lambda k, low, high: 8 / 255 * (high - low),
    lambda k, low, high: (high - low) / 255,
)
key.wrong(
    "rounded",
    "Your ε is rounded.",
    "For pixels from 0 to 1 one step is 0.00392…: leave rounding to the one who prints it.",
    *(lambda k, low, high, digits=digits: round(k / 255 * (high - low), digits) for digits in (1, 2, 3, 4)),
    lambda k, low, high: round(k) / 255 * (high - low),
    lambda k, low, high: int(k) / 255 * (high - low),
    share=0.5,
)
