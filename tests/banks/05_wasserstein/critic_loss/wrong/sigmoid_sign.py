# misconception: sigmoid_critic
def critic_loss(real_values, fake_values):
    return torch.sigmoid(real_values).mean() - torch.sigmoid(fake_values).mean()
