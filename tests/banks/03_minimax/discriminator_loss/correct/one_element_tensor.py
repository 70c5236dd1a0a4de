def discriminator_loss(real_logits, fake_logits):
    total = F.softplus(-real_logits).reshape(-1).mean(0, keepdim=True)
    total = total + F.softplus(fake_logits).reshape(-1).mean(0, keepdim=True)
    return total
