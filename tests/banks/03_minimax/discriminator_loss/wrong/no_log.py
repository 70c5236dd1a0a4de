# misconception: no_logarithm
def discriminator_loss(real_logits, fake_logits):
    return -torch.sigmoid(real_logits).mean() - (1 - torch.sigmoid(fake_logits)).mean()
