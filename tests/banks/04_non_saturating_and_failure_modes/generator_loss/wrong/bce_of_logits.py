# misconception: expects_probabilities
def generator_loss(fake_logits):
    return F.binary_cross_entropy(fake_logits, torch.ones_like(fake_logits))
