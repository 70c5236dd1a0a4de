# misconception: overflows
def generator_loss(fake_logits):
    return F.soft_margin_loss(fake_logits, torch.ones_like(fake_logits))
