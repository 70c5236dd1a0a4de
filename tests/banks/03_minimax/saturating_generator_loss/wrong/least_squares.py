# misconception: least_squares
def saturating_generator_loss(fake_logits):
    return ((torch.sigmoid(fake_logits) - 1) ** 2).mean()
