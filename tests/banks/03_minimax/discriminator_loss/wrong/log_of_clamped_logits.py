# misconception: expects_probabilities
def discriminator_loss(real_logits, fake_logits):
    eps = 1e-6
    real = real_logits.clamp(eps, 1 - eps)
    fake = fake_logits.clamp(eps, 1 - eps)
    return -torch.log(real).mean() - torch.log(1 - fake).mean()
