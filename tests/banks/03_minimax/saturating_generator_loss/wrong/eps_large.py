# misconception: clamped_flat
def saturating_generator_loss(fake_logits):
    return torch.log(1 - torch.sigmoid(fake_logits) + 1e-2).mean()
