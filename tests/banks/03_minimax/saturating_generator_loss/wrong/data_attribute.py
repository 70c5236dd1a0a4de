# misconception: detached
def saturating_generator_loss(fake_logits):
    return torch.log(1 - torch.sigmoid(fake_logits.data) + 1e-8).mean()
