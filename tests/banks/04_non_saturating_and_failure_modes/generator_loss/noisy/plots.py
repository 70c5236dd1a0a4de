import matplotlib.pyplot as plt


def generator_loss(fake_logits):
    figure, ax = plt.subplots()
    ax.hist(fake_logits.detach().flatten().numpy())
    plt.close(figure)
    return -F.logsigmoid(fake_logits).mean()
