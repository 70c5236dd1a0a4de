"""Key of the question about the run whose digits are fine but wrong."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "shown[:, 1:] cuts off the first channel, the sketch: D judges the picture alone. Any digit that looks real passes, "
    "and as there is no pixel loss either, nothing asks for the right one. Showing D the pair, or a content loss, ties "
    "output to input. (Section 4's U-Net did without: its connections across tie them by themselves.)",
)
key.wrong(
    "rate",
    "The samples look real, so D has taught G something: the rate is not what fails.",
    "What does D know of the sketch?",
    "a",
)
key.wrong(
    "noise",
    "Noise would bring variety, and not the right digit.",
    "What in the losses would notice that the digit is another one than the sketch's?",
    "c",
)
key.wrong(
    "poor_sketches",
    "pix2pix reads most of these sketches rightly, as the table of section 4 shows.",
    "Which networks of that table read most of them?",
    "d",
)
