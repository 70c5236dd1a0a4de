import time

import matplotlib.pyplot as plt


def algorithm_1(d_step, g_step, sample_real, steps, k):
    история = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            time.sleep(0.002)
            история["d"].append(d_step(sample_real()))
        история["g"].append(g_step())
    fig, ax = plt.subplots(figsize=(1, 1))
    ax.plot(история["d"])
    plt.close(fig)
    return история
