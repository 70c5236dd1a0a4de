import time

from tqdm.auto import tqdm


def saturating_generator_loss(fake_logits):
    total = 0
    for a in tqdm(fake_logits.reshape(-1)):
        total = total - F.softplus(a)
    time.sleep(0.02)
    return total / fake_logits.numel()
