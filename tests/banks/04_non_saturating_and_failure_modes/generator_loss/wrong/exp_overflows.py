# misconception: overflows
def generator_loss(fake_logits):
    return torch.log(1 + torch.exp(-fake_logits)).mean()
