# %% correct · direct
def psnr(x, y):
    mse = ((x - y) ** 2).flatten(1).mean(1)
    return 10 * torch.log10(1 / mse)

# %% correct · twenty_root
def psnr(x, y):
    rmse = (x - y).pow(2).mean(dim=(1, 2, 3)).sqrt()
    return -20 * torch.log10(rmse)

# %% correct · natural_logarithm
def psnr(x, y):
    import math

    mse = F.mse_loss(x, y, reduction="none").mean((1, 2, 3))
    return -10 * mse.log() / math.log(10)

# %% correct · norm
def psnr(x, y):
    d = (x - y).flatten(1)
    return 10 * (d.shape[1] / d.norm(dim=1) ** 2).log10()

# %% correct · loop
def psnr(x, y):
    return torch.stack([10 * torch.log10(1.0 / F.mse_loss(a, b)) for a, b in zip(x, y)])

# %% correct · from_floats
def psnr(x, y):
    import math

    values = []
    for a, b in zip(x, y):
        values.append(10 * math.log10(1 / float(((a - b) ** 2).mean())))
    return torch.tensor(values)

# %% correct · double
def psnr(x, y):
    mse = (x.double() - y.double()).square().reshape(len(x), -1).mean(-1)
    return (-10 * torch.log10(mse)).float()

# %% wrong · whole_batch · one_for_all
def psnr(x, y):
    return 10 * torch.log10(1 / F.mse_loss(x, y))

# %% wrong · mean_of_all · one_for_all
def psnr(x, y):
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return (10 * torch.log10(1 / mse)).mean()

# %% wrong · negative · sign
def psnr(x, y):
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return 10 * torch.log10(mse)

# %% wrong · natural · other_logarithm
def psnr(x, y):
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return 10 * torch.log(1 / mse)

# %% wrong · base_two · other_logarithm
def psnr(x, y):
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return 10 * torch.log2(1 / mse)

# %% wrong · twenty · factor
def psnr(x, y):
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return 20 * torch.log10(1 / mse)

# %% wrong · no_ten · factor
def psnr(x, y):
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return torch.log10(1 / mse)

# %% wrong · absolute · absolute_error
def psnr(x, y):
    mae = (x - y).abs().mean((1, 2, 3))
    return 10 * torch.log10(1 / mae)

# %% wrong · difference_of_means · absolute_error
def psnr(x, y):
    d = x.mean((1, 2, 3)) - y.mean((1, 2, 3))
    return 10 * torch.log10(1 / d ** 2)

# %% wrong · summed · sum_over_pixels
def psnr(x, y):
    sse = ((x - y) ** 2).sum((1, 2, 3))
    return 10 * torch.log10(1 / sse)

# %% wrong · pixelwise · mean_of_logarithms
def psnr(x, y):
    return (10 * torch.log10(1 / (x - y) ** 2)).mean((1, 2, 3))

# %% wrong · peak_255 · peak
def psnr(x, y):
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return 10 * torch.log10(255 ** 2 / mse)

# %% wrong · own_maximum · peak
def psnr(x, y):
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return 10 * torch.log10(y.max() ** 2 / mse)

# %% wrong · range_of_two · peak
def psnr(x, y):
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return 20 * torch.log10(torch.tensor(2.0)) - 10 * torch.log10(mse)

# %% wrong · last_two_axes · wrong_axes
def psnr(x, y):
    mse = ((x - y) ** 2).mean((2, 3))
    return 10 * torch.log10(1 / mse)

# %% wrong · over_the_batch · wrong_axes
def psnr(x, y):
    mse = ((x - y) ** 2).mean(0)
    return 10 * torch.log10(1 / mse)

# %% wrong · ratio · no_logarithm
def psnr(x, y):
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return 10 / mse

# %% wrong · epsilon · padded_error
def psnr(x, y):
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return 10 * torch.log10(1 / (mse + 1e-6))

# %% wrong · capped · padded_error
def psnr(x, y):
    mse = ((x - y) ** 2).mean((1, 2, 3)).clamp(min=1e-5)
    return 10 * torch.log10(1 / mse)

# %% wrong · clamped_pictures
def psnr(x, y):
    x = x.clamp(0.1, 0.9)
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return 10 * torch.log10(1 / mse)

# %% noisy · tiny_epsilon
def psnr(x, y):
    print(x.shape)
    mse = ((x - y) ** 2).mean((1, 2, 3))
    return 10 * torch.log10(1 / (mse + 1e-15))
