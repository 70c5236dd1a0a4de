# misconception: log_kept
def generator_loss(fake_values):
    return -torch.log(fake_values).mean()
