# misconception: detached
def generator_loss(fake_logits):
    with torch.no_grad():
        loss = F.softplus(-fake_logits).mean()
    return loss
