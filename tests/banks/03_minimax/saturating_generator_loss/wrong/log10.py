# misconception: wrong_base
def saturating_generator_loss(fake_logits):
    return torch.log10(1 - torch.sigmoid(fake_logits) + 1e-9).mean()
