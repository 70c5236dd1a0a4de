# misconception: one_shape_only
def discriminator_loss(real_logits, fake_logits):
    r, f = real_logits[:, 0], fake_logits[:, 0]
    return F.softplus(-r).mean() + F.softplus(f).mean()
