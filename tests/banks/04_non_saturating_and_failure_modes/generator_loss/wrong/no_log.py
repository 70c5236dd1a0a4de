# misconception: no_logarithm
def generator_loss(fake_logits):
    return -torch.sigmoid(fake_logits).mean()
