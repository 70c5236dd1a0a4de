def discriminator_loss(real_logits, fake_logits):
    def cost(a, y):
        return (F.relu(a) - a * y + torch.log1p(torch.exp(-torch.abs(a)))).mean()

    return cost(real_logits, 1.0) + cost(fake_logits, 0.0)
