# misconception: pooled
def critic_loss(real_values, fake_values):
    return torch.cat([fake_values, -real_values]).mean()
