# misconception: detached
def generator_loss(fake_logits):
    return torch.tensor(F.softplus(-fake_logits).mean().item(), requires_grad=True)
