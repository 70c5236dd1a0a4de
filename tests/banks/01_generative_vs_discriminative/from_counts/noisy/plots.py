import matplotlib.pyplot as plt


def from_counts(counts):
    π = counts / counts.sum()
    plt.imshow(π)
    plt.close()
    return π, π / π.sum(1, keepdim=True)
