import warnings

from tqdm.auto import trange


def algorithm_1(d_step, g_step, sample_real, steps, k):
    warnings.warn(f"training for {steps} steps")
    history = {"d": [], "g": []}
    for i in trange(steps, desc="Algorithm 1"):
        for _ in range(k):
            history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
        print(i, history["d"][-1], history["g"][-1])
    return history
