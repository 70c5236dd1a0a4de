critic_loss = lambda real_values, fake_values: fake_values.mean() - real_values.mean()
