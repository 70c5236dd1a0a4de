def discriminator_loss(real_logits, fake_logits):
    zero = torch.zeros(())
    return torch.logaddexp(zero, -real_logits).mean() + torch.logaddexp(zero, fake_logits).mean()
