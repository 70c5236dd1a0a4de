# misconception: overflows
def discriminator_loss(real_logits, fake_logits):
    return F.soft_margin_loss(real_logits, torch.ones_like(real_logits)) + F.soft_margin_loss(
        fake_logits, -torch.ones_like(fake_logits)
    )
