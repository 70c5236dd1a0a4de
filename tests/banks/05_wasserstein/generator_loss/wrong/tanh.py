# misconception: sigmoid_critic
def generator_loss(fake_values):
    return -torch.tanh(fake_values).mean()
