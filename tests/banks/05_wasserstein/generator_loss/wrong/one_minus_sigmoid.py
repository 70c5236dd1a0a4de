# misconception: sigmoid_critic
def generator_loss(fake_values):
    return (1 - torch.sigmoid(fake_values)).mean()
