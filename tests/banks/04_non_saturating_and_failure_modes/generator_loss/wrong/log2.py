# misconception: wrong_base
def generator_loss(fake_logits):
    return -torch.log2(torch.sigmoid(fake_logits).clamp(min=1e-12)).mean()
