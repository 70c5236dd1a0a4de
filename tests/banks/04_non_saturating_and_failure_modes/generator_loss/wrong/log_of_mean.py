# misconception: log_of_mean
def generator_loss(fake_logits):
    return -torch.log(torch.sigmoid(fake_logits).mean().clamp(min=1e-12))
