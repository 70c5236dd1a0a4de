# misconception: pairs_samples
def discriminator_loss(real_logits, fake_logits):
    return torch.mean(F.softplus(-real_logits) + F.softplus(fake_logits))
