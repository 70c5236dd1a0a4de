# misconception: maximises_instead
def generator_loss(fake_logits):
    return -F.binary_cross_entropy_with_logits(fake_logits, torch.ones_like(fake_logits))
