# misconception: log_kept
def critic_loss(real_values, fake_values):
    return torch.log(torch.sigmoid(fake_values)).mean() - torch.log(torch.sigmoid(real_values)).mean()
