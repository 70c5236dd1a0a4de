import matplotlib.pyplot as plt


def optimal_discriminator(p_data, p_g):
    Σ = p_data + p_g
    δ = p_data / Σ  # Wahrscheinlichkeit für „echt“
    fig, ax = plt.subplots(figsize=(2, 1))
    ax.plot(δ.flatten())
    plt.close(fig)
    return δ
