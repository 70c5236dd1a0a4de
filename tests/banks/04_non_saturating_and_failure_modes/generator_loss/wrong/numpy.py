# misconception: becomes_number
import numpy as np


def generator_loss(fake_logits):
    return np.log1p(np.exp(-fake_logits.detach().numpy())).mean()
