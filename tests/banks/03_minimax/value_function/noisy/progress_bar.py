import math
import sys

from tqdm import tqdm


def value_function(d, p_data, p_g, dx):
    total = 0.0
    for i in tqdm(range(len(d)), desc="integrating"):
        if p_data[i] > 0:
            total += float(p_data[i]) * math.log(float(d[i]))
        if p_g[i] > 0:
            total += float(p_g[i]) * math.log(1 - float(d[i]))
    sys.stderr.write("done\n")
    return torch.tensor(total * dx)
