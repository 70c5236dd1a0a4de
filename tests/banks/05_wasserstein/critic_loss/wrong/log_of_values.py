# misconception: log_kept
def critic_loss(real_values, fake_values):
    return torch.log(fake_values).mean() - torch.log(real_values).mean()
