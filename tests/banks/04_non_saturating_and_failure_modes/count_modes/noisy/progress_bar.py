from tqdm import tqdm


def count_modes(samples, modes, std, needed=20):
    zähler = []
    for modus in tqdm(modes):
        zähler.append(int(((samples - modus).norm(dim=1) <= 3 * std).sum()))
    print("samples per mode:", zähler)
    return sum(z >= needed for z in zähler), sum(z > 0 for z in zähler), sum(zähler) / len(samples)
