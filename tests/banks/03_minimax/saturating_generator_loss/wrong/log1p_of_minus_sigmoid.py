# misconception: overflows
def saturating_generator_loss(fake_logits):
    return torch.log1p(-torch.sigmoid(fake_logits)).mean()
