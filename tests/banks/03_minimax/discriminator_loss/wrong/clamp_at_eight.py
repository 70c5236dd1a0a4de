# misconception: clamped_flat
def discriminator_loss(real_logits, fake_logits):
    r, f = torch.clamp(real_logits, -8, 8), torch.clamp(fake_logits, -8, 8)
    return -F.logsigmoid(r).mean() - F.logsigmoid(-f).mean()
