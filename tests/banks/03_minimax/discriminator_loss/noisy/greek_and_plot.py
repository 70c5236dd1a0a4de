import matplotlib.pyplot as plt
import numpy as np


def σ(α):
    return 1 / (1 + np.exp(-α))


fig = plt.figure(figsize=(1, 1))
plt.plot(σ(np.linspace(-3, 3, 7)))
plt.close(fig)


def discriminator_loss(real_logits, fake_logits):
    ℓ = F.binary_cross_entropy_with_logits
    один = torch.ones_like(real_logits)
    return ℓ(real_logits, один) + ℓ(fake_logits, torch.zeros_like(fake_logits))
