"""Key of discriminator rejection sampling: the experiment judges by properties, so there is nothing to know."""

from gan_grading.keys import Key

key = Key("rejection")
