# misconception: detached
def discriminator_loss(real_logits, fake_logits):
    with torch.no_grad():
        return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()
