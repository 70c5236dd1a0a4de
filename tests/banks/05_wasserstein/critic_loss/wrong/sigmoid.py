# misconception: sigmoid_critic
def critic_loss(real_values, fake_values):
    return torch.sigmoid(fake_values).mean() - torch.sigmoid(real_values).mean()
