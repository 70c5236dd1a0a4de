# misconception: overflows
def discriminator_loss(real_logits, fake_logits):
    loss = -torch.log(torch.sigmoid(real_logits)).mean() - torch.log(1 - torch.sigmoid(fake_logits)).mean()
    return torch.where(torch.isfinite(loss), loss, torch.zeros_like(loss, requires_grad=True) + 0 * real_logits[-1])
