"""Key of the project: no one answer is right. The experiment reruns the recipe on a hidden variant and measures."""

import torch

from gan_grading.keys import Key


def cloud(grain):
    """Real rows with a grain of noise on each, as wide as so many standard deviations of all rows."""

    def train(real, seed):
        width = grain * float(real.std(0).mean())

        def sample(n):
            return real[torch.randint(len(real), (n,))] + width * torch.randn(n, 2)

        return sample

    return train


# A density estimate passes all four figures in no time: it stands for a right answer where none is trained.
key = Key("project", right=cloud(0.02))
key.only_hidden(
    "like_noise",
    "A recipe whose numbers fit the public variant alone, or that returns points of it, passes the visible check.",
)
