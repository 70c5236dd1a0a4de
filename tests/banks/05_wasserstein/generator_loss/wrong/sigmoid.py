# misconception: sigmoid_critic
def generator_loss(fake_values):
    return -torch.sigmoid(fake_values).mean()
