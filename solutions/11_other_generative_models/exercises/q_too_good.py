"""Key of the question about the run that was too good."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "With a mask of type B in the first layer, the middle of the kernel lies on the pixel to predict and lets it through. "
    "On a known picture the network copies it and needs hardly any bits. When drawing, the pixel is not there yet: the "
    "network reads the 0 it finds and learns nothing from it. A likelihood that is too good is the first sign of a leak; "
    "changing one pixel and looking at its own logit, as `no_leak` does, proves it.",
)
key.wrong(
    "held_out_seen",
    "Training on the held-out digits would lower the number a little, not to a hundredth of a bit.",
    "How does this network compare with yours on the digits that both of them were trained on? What has changed in its code?",
    "a",
)
key.wrong(
    "too_small",
    "A network that knew the background alone would have a poor number, not one that is too good.",
    "How many bits does a model need that knows of each pixel only how often it is white?",
    "c",
)
key.wrong(
    "levels_forgotten",
    "The pictures are black and white, and the network gives probabilities: there is no density here.",
    "For which `log_p` is `levels` something else than 1?",
    "d",
)
