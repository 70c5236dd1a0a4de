# misconception: clamped_flat
def discriminator_loss(real_logits, fake_logits):
    eps = 1e-3
    return -torch.log(torch.sigmoid(real_logits) + eps).mean() - torch.log(1 - torch.sigmoid(fake_logits) + eps).mean()
