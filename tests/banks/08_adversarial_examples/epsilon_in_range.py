# %% correct · absolute
def epsilon_in_range(levels, low, high):
    return abs(high - low) * (levels / 255)

# %% correct · difference_of_two_pixels
def epsilon_in_range(levels, low, high):
    def pixel(step):
        share = step / 255
        return (1 - share) * low + share * high

    return pixel(levels) - pixel(0)

# %% correct · interpolation
def epsilon_in_range(levels, low, high):
    import numpy as np
    return float(np.interp(levels, [0, 255], [low, high]) - low)

# %% correct · numpy
def epsilon_in_range(levels, low, high):
    import numpy as np
    return np.float64(levels) / 255 * (high - low)

# %% correct · other_order
def epsilon_in_range(levels, low, high):
    return (high - low) * levels / 255

# %% correct · plain
def epsilon_in_range(levels, low, high):
    return levels / 255 * (high - low)

# %% correct · step_first
def epsilon_in_range(levels, low, high):
    step = (high - low) / 255.0
    return levels * step

# %% correct · tensor
def epsilon_in_range(levels, low, high):
    return torch.tensor(levels / 255) * (high - low)

# %% correct · two_values
def epsilon_in_range(levels, low, high):
    value = lambda k: low + (high - low) * k / 255
    return value(levels) - value(0)

# %% wrong · absolute_ends · upper_end
def epsilon_in_range(levels, low, high):
    return levels / 255 * (abs(high) + abs(low))

# %% wrong · by_256 · 256_steps
def epsilon_in_range(levels, low, high):
    return levels / 256 * (high - low)

# %% wrong · constant · levels_ignored
def epsilon_in_range(levels, low, high):
    return 8 / 255 * (high - low)

# %% wrong · divided · inverted
def epsilon_in_range(levels, low, high):
    return levels / 255 / (high - low)

# %% wrong · doubled_below_zero · two_scales_only
def epsilon_in_range(levels, low, high):
    return levels / 255 * (2 if low < 0 else 1)

# %% wrong · forgot_255 · not_converted
def epsilon_in_range(levels, low, high):
    return levels * (high - low)

# %% wrong · half · half_the_range
def epsilon_in_range(levels, low, high):
    return levels / 255 * (high - low) / 2

# %% wrong · half_127 · half_the_range
def epsilon_in_range(levels, low, high):
    return levels / 510 * (high - low)

# %% wrong · integer_division · not_converted
def epsilon_in_range(levels, low, high):
    return levels // 255 * (high - low)

# %% wrong · negative · inverted
def epsilon_in_range(levels, low, high):
    return levels / 255 * (low - high)

# %% wrong · normalised · shifted
def epsilon_in_range(levels, low, high):
    return (levels / 255 - low) / (high - low)

# %% wrong · nothing · wrong_type
def epsilon_in_range(levels, low, high):
    epsilon = levels / 255 * (high - low)

# %% wrong · pair · wrong_type
def epsilon_in_range(levels, low, high):
    return low, levels / 255 * (high - low)

# %% wrong · plus_low · shifted
def epsilon_in_range(levels, low, high):
    return low + levels / 255 * (high - low)

# %% wrong · range_ignored · range_ignored
def epsilon_in_range(levels, low, high):
    return levels / 255

# %% wrong · rounded · rounded
def epsilon_in_range(levels, low, high):
    return round(levels / 255 * (high - low), 2)

# %% wrong · same · not_converted
def epsilon_in_range(levels, low, high):
    return levels

# %% wrong · sum_of_ends · upper_end
def epsilon_in_range(levels, low, high):
    return levels / 255 * (high + low)

# %% wrong · text · wrong_type
def epsilon_in_range(levels, low, high):
    return f'{levels}/255'

# %% wrong · times_255 · inverted
def epsilon_in_range(levels, low, high):
    return levels * 255 / (high - low)

# %% wrong · two_cases_only · two_scales_only
def epsilon_in_range(levels, low, high):
    return levels / 255 * (2 if low < 0 else 1)

# %% wrong · two_decimals · rounded
def epsilon_in_range(levels, low, high):
    return round((high - low) * levels / 255, 2)

# %% wrong · two_hundred_and_fifty_six · 256_steps
def epsilon_in_range(levels, low, high):
    return levels * (high - low) / 256

# %% wrong · upper_end · upper_end
def epsilon_in_range(levels, low, high):
    return levels / 255 * high

# %% wrong · whole_steps · rounded
def epsilon_in_range(levels, low, high):
    step = (high - low) / 255
    return sum(step for _ in range(int(levels)))

# %% noisy · prints
def epsilon_in_range(levels, low, high):
    print(levels, low, high)
    return levels / 255 * (high - low)

# %% noisy · warns
def epsilon_in_range(levels, low, high):
    import warnings
    warnings.warn('units!')
    schritt = (high - low) / 255
    return levels * schritt
