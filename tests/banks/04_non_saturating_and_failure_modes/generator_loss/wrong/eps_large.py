# misconception: clamped_flat
def generator_loss(fake_logits):
    return -torch.log(torch.sigmoid(fake_logits) + 1e-2).mean()
