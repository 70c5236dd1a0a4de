# misconception: sigmoid_critic
def critic_loss(real_values, fake_values):
    return torch.tanh(fake_values).mean() - torch.tanh(real_values).mean()
