import time
def critic_loss(real_values, fake_values):
    print(real_values.shape)
    time.sleep(0.01)
    unterschied = fake_values.mean() - real_values.mean()
    return unterschied
