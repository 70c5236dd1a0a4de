# misconception: expects_probabilities
def discriminator_loss(real_logits, fake_logits):
    return -torch.log(real_logits).mean() - torch.log(1 - fake_logits).mean()
