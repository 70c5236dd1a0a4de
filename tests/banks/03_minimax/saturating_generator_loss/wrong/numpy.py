# misconception: becomes_number
import numpy as np


def saturating_generator_loss(fake_logits):
    a = fake_logits.detach().numpy()
    return np.mean(-np.log1p(np.exp(np.minimum(a, 30))))
