# %% correct · bits_first
def bits_per_pixel(log_p, pixels, levels):
    bits = -log_p / torch.log(torch.tensor(2.0))
    return (bits / pixels + math.log2(levels)).mean()

# %% correct · base_change
def bits_per_pixel(log_p, pixels, levels):
    nats = -log_p + pixels * math.log(levels)
    return nats.mean() / pixels / math.log(2)

# %% correct · literal
def bits_per_pixel(log_p, pixels, levels):
    return log_p.mean() * -1.4426950408889634 / pixels + torch.log2(torch.tensor(float(levels)))

# %% correct · loop
def bits_per_pixel(log_p, pixels, levels):
    total = 0.0
    for one in log_p:
        total = total - one / (pixels * math.log(2))
    return total / len(log_p) + math.log(levels, 2)

# %% correct · log2_of_e
def bits_per_pixel(log_p, pixels, levels):
    return math.log2(levels) - math.log2(math.e) * log_p.sum() / (len(log_p) * pixels)

# %% correct · double
def bits_per_pixel(log_p, pixels, levels):
    log_p = log_p.double()
    return (-(log_p / pixels).mean() + math.log(levels)) / math.log(2.0)

# %% correct · per_level
def bits_per_pixel(log_p, pixels, levels):
    correction = 0.0 if levels == 1 else math.log2(levels)
    return correction - torch.mean(log_p) / math.log(2) / pixels

# %% wrong · nats · nats
def bits_per_pixel(log_p, pixels, levels):
    return -log_p.mean() / pixels + math.log(levels)

# %% wrong · times_ln2 · nats
def bits_per_pixel(log_p, pixels, levels):
    return -log_p.mean() * math.log(2) / pixels + math.log2(levels)

# %% wrong · positive · sign
def bits_per_pixel(log_p, pixels, levels):
    return log_p.mean() / (pixels * math.log(2)) + math.log2(levels)

# %% wrong · whole_picture · not_per_pixel
def bits_per_pixel(log_p, pixels, levels):
    return -log_p.mean() / math.log(2) + math.log2(levels)

# %% wrong · summed · not_averaged
def bits_per_pixel(log_p, pixels, levels):
    return -log_p.sum() / (pixels * math.log(2)) + math.log2(levels)

# %% wrong · one_each · not_averaged
def bits_per_pixel(log_p, pixels, levels):
    return -log_p / (pixels * math.log(2)) + math.log2(levels)

# %% wrong · no_levels · levels_wrong
def bits_per_pixel(log_p, pixels, levels):
    return -log_p.mean() / (pixels * math.log(2))

# %% wrong · levels_off · levels_wrong
def bits_per_pixel(log_p, pixels, levels):
    return -log_p.mean() / (pixels * math.log(2)) - math.log2(levels)

# %% wrong · levels_shared · not_per_pixel
def bits_per_pixel(log_p, pixels, levels):
    return (-log_p.mean() / math.log(2) + math.log2(levels)) / pixels

# %% wrong · log_again · logarithm_twice
def bits_per_pixel(log_p, pixels, levels):
    return -torch.log2(torch.exp(log_p)).mean() / pixels + math.log2(levels)

# %% wrong · natural_levels · nats
def bits_per_pixel(log_p, pixels, levels):
    return -log_p.mean() / (pixels * math.log(2)) + math.log(levels)

# %% wrong · plain_number · wrong_type
def bits_per_pixel(log_p, pixels, levels):
    return float(-log_p.mean()) / (pixels * math.log(2)) + math.log2(levels)

# %% wrong · in_place · modifies_inputs
def bits_per_pixel(log_p, pixels, levels):
    log_p /= -pixels * math.log(2)
    return log_p.mean() + math.log2(levels)

# %% noisy · prints
def bits_per_pixel(log_p, pixels, levels):
    print(pixels, levels)
    return -log_p.mean() / (pixels * math.log(2)) + math.log2(levels)
