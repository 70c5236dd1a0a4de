# misconception: expects_probabilities
def generator_loss(fake_logits):
    return -torch.log(fake_logits.clamp(1e-7, 1 - 1e-7)).mean()
