# %% correct · as_numpy
def scale_pixels(pixels, highest):
    array = pixels.numpy().astype("float32")
    return torch.from_numpy(array / highest * 2 - 1)

# %% correct · centred
def scale_pixels(pixels, highest):
    half = highest / 2
    return (pixels - half) / half

# %% correct · clamped_at_the_ends
def scale_pixels(pixels, highest):
    return (pixels.float() / highest * 2 - 1).clamp(-1, 1)

# %% correct · clone_in_place
def scale_pixels(pixels, highest):
    x = pixels.clone().float()
    x /= highest
    x *= 2
    x -= 1
    return x

# %% correct · division_first
def scale_pixels(pixels, highest):
    return pixels / highest * 2 - 1

# %% correct · double
def scale_pixels(pixels, highest):
    return 2.0 * pixels.to(torch.float64) / highest - 1.0

# %% correct · float_first
def scale_pixels(pixels, highest):
    return pixels.float() / highest * 2 - 1

# %% correct · half_of_highest
def scale_pixels(pixels, highest):
    # true division turns whole numbers into floats
    return pixels / (highest / 2) - 1

# %% correct · interp
def scale_pixels(pixels, highest):
    return torch.sub(torch.mul(torch.true_divide(pixels, highest), 2), 1)

# %% correct · lerp
def scale_pixels(pixels, highest):
    t = pixels.to(torch.float32) / highest
    return torch.lerp(torch.full_like(t, -1.0), torch.full_like(t, 1.0), t)

# %% correct · lerp_2
def scale_pixels(pixels, highest):
    share = pixels.to(torch.get_default_dtype()) / highest
    black, white = share.new_tensor(-1.0), share.new_tensor(1.0)
    return torch.lerp(black, white, share)

# %% correct · linear_layer
def scale_pixels(pixels, highest):
    x = pixels.to(torch.float32)
    return torch.addcmul(torch.full_like(x, -1), x, torch.full_like(x, 2 / highest))

# %% correct · normalize_like_torchvision
def scale_pixels(pixels, highest):
    x = pixels.float().div(highest)
    return x.sub(0.5).div(0.5)

# %% correct · where_table
def scale_pixels(pixels, highest):
    low, high = -1.0, 1.0
    return low + (high - low) * pixels.double() / float(highest)

# %% wrong · always_127_5 · highest_ignored
def scale_pixels(pixels, highest):
    return pixels.float() / 127.5 - 1

# %% wrong · always_16 · highest_ignored
def scale_pixels(pixels, highest):
    return pixels.float() / 16 * 2 - 1

# %% wrong · always_255 · highest_ignored
def scale_pixels(pixels, highest):
    return pixels.float() / 255 * 2 - 1

# %% wrong · always_bytes · highest_ignored
def scale_pixels(pixels, highest):
    scale = 255 if pixels.dtype == torch.uint8 else 16
    return pixels.float() / scale * 2 - 1

# %% wrong · back_to_type · whole_numbers
def scale_pixels(pixels, highest):
    return (pixels.float() / highest * 2 - 1).to(pixels.dtype)

# %% wrong · batch_maximum · scaled_by_batch
def scale_pixels(pixels, highest):
    return pixels.float() / pixels.max() * 2 - 1

# %% wrong · batch_min_max · scaled_by_batch
def scale_pixels(pixels, highest):
    x = pixels.float()
    return (x - x.min()) / (x.max() - x.min()) * 2 - 1

# %% wrong · brackets · not_shifted
def scale_pixels(pixels, highest):
    return (pixels.float() / highest - 1) * 2

# %% wrong · brightest_of_the_batch · scaled_by_batch
def scale_pixels(pixels, highest):
    pixels = pixels.float()
    return 2 * pixels / pixels.max().clamp(max=highest, min=1) - 1

# %% wrong · centre_with_whole_number · overflow
def scale_pixels(pixels, highest):
    middle = highest // 2
    return (pixels - middle) / (highest / 2)

# %% wrong · double_before_dividing · overflow
def scale_pixels(pixels, highest):
    return 2 * pixels / highest - 1

# %% wrong · flattened · other_shape
def scale_pixels(pixels, highest):
    return (pixels.float() / highest * 2 - 1).flatten()

# %% wrong · floor_division · whole_numbers
def scale_pixels(pixels, highest):
    return (pixels // highest * 2 - 1).float()

# %% wrong · guesses_the_range · scaled_by_batch
def scale_pixels(pixels, highest):
    return pixels.float() / (highest if pixels.max() > 1 else 1) * 2 - 1

# %% wrong · half_over_whole · not_shifted
def scale_pixels(pixels, highest):
    return (pixels.float() - highest / 2) / highest

# %% wrong · half_range · not_shifted
def scale_pixels(pixels, highest):
    return pixels.float() / highest - 0.5

# %% wrong · in_place · modifies_inputs
def scale_pixels(pixels, highest):
    x = pixels.float()
    x /= highest
    x *= 2
    x -= 1
    return x

# %% wrong · levels_not_highest · highest_ignored
def scale_pixels(pixels, highest):
    return pixels.float() / (highest + 1) * 2 - 1

# %% wrong · long · not_floating
def scale_pixels(pixels, highest):
    return (pixels / highest * 2 - 1).long()

# %% wrong · lookup_table · whole_numbers
def scale_pixels(pixels, highest):
    table = torch.linspace(-1, 1, int(highest) + 1, device=pixels.device)
    return table[pixels.long()]

# %% wrong · minus_one_to_zero · not_shifted
def scale_pixels(pixels, highest):
    return pixels.float() / highest - 1

# %% wrong · negative · inverted
def scale_pixels(pixels, highest):
    return 1 - pixels.float() / highest * 2

# %% wrong · normalised_without_to_tensor · highest_ignored
def scale_pixels(pixels, highest):
    return (pixels.float() - 0.5) / 0.5

# %% wrong · not_divided · highest_ignored
def scale_pixels(pixels, highest):
    return pixels.float() * 2 - 1

# %% wrong · overflow · overflow
def scale_pixels(pixels, highest):
    return 2 * pixels / highest - 1

# %% wrong · overflow_in_difference · overflow
def scale_pixels(pixels, highest):
    return (2 * pixels - highest) / highest

# %% wrong · picture_min_max · scaled_by_batch
def scale_pixels(pixels, highest):
    x = pixels.float()
    low = x.flatten(1).min(1).values.reshape(-1, *[1] * (x.dim() - 1))
    high = x.flatten(1).max(1).values.reshape(-1, *[1] * (x.dim() - 1))
    return (x - low) / (high - low).clamp_min(1e-8) * 2 - 1

# %% wrong · returns_list · wrong_type
def scale_pixels(pixels, highest):
    return (pixels.float() / highest * 2 - 1).tolist()

# %% wrong · returns_numpy · wrong_type
def scale_pixels(pixels, highest):
    return (pixels.float() / highest * 2 - 1).numpy()

# %% wrong · squared · squashed
def scale_pixels(pixels, highest):
    return (pixels.float() / highest) ** 2 * 2 - 1

# %% wrong · standardised · scaled_by_batch
def scale_pixels(pixels, highest):
    x = pixels.float()
    return (x - x.mean()) / x.std()

# %% wrong · tanh · squashed
def scale_pixels(pixels, highest):
    return torch.tanh(pixels.float())

# %% wrong · tanh_of_scaled · squashed
def scale_pixels(pixels, highest):
    return torch.tanh(pixels.float() / highest * 2 - 1)

# %% wrong · unchanged · not_scaled
def scale_pixels(pixels, highest):
    return pixels.float()

# %% wrong · zero_to_one · unit_range
def scale_pixels(pixels, highest):
    return pixels.float() / highest

# %% wrong · zero_to_two · not_shifted
def scale_pixels(pixels, highest):
    return pixels.float() / highest * 2

# %% noisy · prints_and_plots
def scale_pixels(pixels, highest):
    x = pixels.float() / highest * 2 - 1
    print("range", float(x.min()), float(x.max()))
    plt.figure()
    plt.hist(x.flatten().numpy())
    plt.close()
    return x

# %% noisy · warns
import warnings


def scale_pixels(pixels, highest):
    if pixels.dtype != torch.float32:
        warnings.warn(f"{pixels.dtype} -> float32")
    return pixels.to(torch.float32).mul(2 / highest).sub(1)
