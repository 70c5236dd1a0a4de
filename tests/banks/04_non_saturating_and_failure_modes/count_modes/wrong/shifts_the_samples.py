# misconception: modifies_inputs
def count_modes(samples, modes, std, needed=20):
    n, good = [], 0
    for m in modes:
        samples -= m
        near = int((samples.norm(dim=1) <= 3 * std).sum())
        samples += m
        samples *= 1.000001
        n.append(near)
        good += near
    return sum(k >= needed for k in n), sum(k > 0 for k in n), good / len(samples)
