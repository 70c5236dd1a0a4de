# misconception: detached
def saturating_generator_loss(fake_logits):
    with torch.no_grad():
        d = torch.sigmoid(fake_logits)
    return torch.log(1 - d).mean() + 0 * fake_logits.sum()
