# misconception: fixed_batch_size
def discriminator_loss(real_logits, fake_logits):
    return (F.softplus(-real_logits).sum() + F.softplus(fake_logits).sum()) / 64
