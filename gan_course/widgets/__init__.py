"""Interactive pictures for the notebooks, with a still picture where nobody can click.

    from gan_course.widgets import GANExplorer
    GANExplorer(data="ring", loss="non-saturating", generator=my_G, discriminator=my_D, seed=0)

Set the environment variable `GAN_COURSE_INTERACTIVE=0` to get still pictures everywhere.
"""

from __future__ import annotations

from gan_course.widgets.adversarial_slider import AdversarialSlider
from gan_course.widgets.density_game import DensityGame
from gan_course.widgets.gan_explorer import GANExplorer
from gan_course.widgets.information_slider import InformationSlider
from gan_course.widgets.latent_walk import LatentWalk
from gan_course.widgets.minimax_game import MinimaxGame

__all__ = [
    "AdversarialSlider",
    "DensityGame",
    "GANExplorer",
    "InformationSlider",
    "LatentWalk",
    "MinimaxGame",
]
