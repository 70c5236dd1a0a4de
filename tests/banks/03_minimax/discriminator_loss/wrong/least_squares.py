# misconception: least_squares
def discriminator_loss(real_logits, fake_logits):
    return F.mse_loss(real_logits, torch.ones_like(real_logits)) + (fake_logits**2).mean()
