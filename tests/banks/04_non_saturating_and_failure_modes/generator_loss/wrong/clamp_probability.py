# misconception: clamped_flat
def generator_loss(fake_logits):
    return -torch.log(torch.sigmoid(fake_logits).clamp(1e-3, 1 - 1e-3)).mean()
