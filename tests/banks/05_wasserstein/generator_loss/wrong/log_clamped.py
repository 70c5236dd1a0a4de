# misconception: log_kept
def generator_loss(fake_values):
    return -torch.log(fake_values.clamp(min=1e-8)).mean()
