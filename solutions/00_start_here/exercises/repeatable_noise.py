"""Key of noise that repeats: the experiment judges by properties, so there is nothing to know."""

from gan_grading.keys import Key

key = Key("noise")
