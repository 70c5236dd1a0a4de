# misconception: expects_probabilities
def saturating_generator_loss(fake_logits):
    return torch.log(1 - fake_logits).mean()
