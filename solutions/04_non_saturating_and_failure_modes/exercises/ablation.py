"""Key of an ablation: the experiment judges its design and its table by properties."""

from gan_grading.keys import Key

key = Key("ablations")
