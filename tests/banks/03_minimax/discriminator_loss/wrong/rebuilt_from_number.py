# misconception: detached
def discriminator_loss(real_logits, fake_logits):
    v = (F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()).item()
    return torch.tensor(v, requires_grad=True)
