# misconception: expects_probabilities
def generator_loss(fake_logits):
    return -torch.log(fake_logits).mean()
