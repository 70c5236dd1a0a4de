# %% correct · ask_pytorch
def conv_size(n, kernel, stride, padding):
    row = torch.zeros(1, 1, n)
    return F.conv1d(row, torch.zeros(1, 1, kernel), stride=stride, padding=padding).shape[-1]

# %% correct · ask_torch
def conv_size(n, kernel, stride, padding):
    layer = nn.Conv2d(1, 1, kernel, stride, padding)
    return layer(torch.zeros(1, 1, n, n)).shape[-1]

# %% correct · ask_torch_functional
def conv_size(n, kernel, stride, padding):
    row = torch.zeros(1, 1, n)
    return F.conv1d(row, torch.ones(1, 1, kernel), stride=stride, padding=padding).size(2)

# %% correct · count_places
def conv_size(n, kernel, stride, padding):
    places = 0
    left = -padding
    while left + kernel <= n + padding:
        places += 1
        left += stride
    return places

# %% correct · divmod_
def conv_size(n, kernel, stride, padding):
    moves, _left_over = divmod(n + padding + padding - kernel, stride)
    return 1 + moves

# %% correct · floor_division
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel) // stride + 1

# %% correct · int_of_fraction
def conv_size(n, kernel, stride, padding):
    return int((n + 2 * padding - kernel) / stride) + 1

# %% correct · length_of_a_range
def conv_size(n, kernel, stride, padding):
    first, last = -padding, n + padding - kernel
    return len(range(first, last + 1, stride))

# %% correct · math_floor
def conv_size(n, kernel, stride, padding):
    return math.floor((n + 2 * padding - kernel) / stride + 1)

# %% correct · numpy_integer
import numpy as np


def conv_size(n, kernel, stride, padding):
    return np.floor_divide(n + 2 * padding - kernel, stride) + 1

# %% correct · pytorch_documentation
def conv_size(n, kernel, stride, padding, dilation=1):
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1

# %% correct · range_length
def conv_size(n, kernel, stride, padding):
    return len(range(0, n + 2 * padding - kernel + 1, stride))

# %% correct · stride_added_first
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel + stride) // stride

# %% correct · unfold
def conv_size(n, kernel, stride, padding):
    return F.pad(torch.arange(n), (padding, padding)).unfold(0, kernel, stride).shape[0]

# %% wrong · always_half · fixed_factor
def conv_size(n, kernel, stride, padding):
    return n // 2

# %% wrong · ceil · rounds_up
def conv_size(n, kernel, stride, padding):
    return math.ceil((n + 2 * padding - kernel) / stride) + 1

# %% wrong · count_then_divide · off_by_one
def conv_size(n, kernel, stride, padding):
    # with stride 1 there are this many positions; with stride s every s-th is taken
    positions = n + 2 * padding - kernel + 1
    return positions // stride

# %% wrong · divide_everything_first · rounds_up
def conv_size(n, kernel, stride, padding):
    padded = n + 2 * padding
    return padded // stride - kernel // stride + 1

# %% wrong · divides_n_only · divides_too_early
def conv_size(n, kernel, stride, padding):
    return n // stride + 2 * padding - kernel + 1

# %% wrong · divides_the_kernel_only · divides_too_early
def conv_size(n, kernel, stride, padding):
    return n + 2 * padding - kernel // stride + 1

# %% wrong · floor_as_float · not_rounded
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel) / stride // 1 + 1

# %% wrong · floor_but_float · not_rounded
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel) // float(stride) + 1

# %% wrong · half_kernel · kernel_misused
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel // 2) // stride + 1

# %% wrong · kernel_forgotten · kernel_misused
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding) // stride

# %% wrong · kernel_less_one_twice · off_by_one
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - (kernel - 1)) // stride + 1

# %% wrong · kernel_of_four · kernel_misused
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - 4) // stride + 1

# %% wrong · misspelt · raises
def conv_size(n, kernel, stride, padding):
    return (n + 2 * pading - kernel) // stride + 1

# %% wrong · numpy_floor_gives_float · not_rounded
import numpy as np


def conv_size(n, kernel, stride, padding):
    return float(np.floor((n + 2 * padding - kernel) / stride)) + 1

# %% wrong · one_inside · off_by_one
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel + 1) // stride

# %% wrong · one_missing · off_by_one
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel) // stride

# %% wrong · one_too_many · off_by_one
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel + 1) // stride + 1

# %% wrong · padding_forgotten · padding_misused
def conv_size(n, kernel, stride, padding):
    return (n - kernel) // stride + 1

# %% wrong · padding_once · padding_once
def conv_size(n, kernel, stride, padding):
    return (n + padding - kernel) // stride + 1

# %% wrong · padding_subtracted · padding_misused
def conv_size(n, kernel, stride, padding):
    return (n - 2 * padding - kernel) // stride + 1

# %% wrong · returns_none · wrong_type
def conv_size(n, kernel, stride, padding):
    print((n + 2 * padding - kernel) // stride + 1)

# %% wrong · returns_pair · wrong_type
def conv_size(n, kernel, stride, padding):
    m = (n + 2 * padding - kernel) // stride + 1
    return m, m

# %% wrong · returns_text · wrong_type
def conv_size(n, kernel, stride, padding):
    return str((n + 2 * padding - kernel) // stride + 1)

# %% wrong · round_to_nearest · rounds_up
def conv_size(n, kernel, stride, padding):
    travel = n + 2 * padding - kernel
    return round(travel / stride + 1)

# %% wrong · rounded · rounds_up
def conv_size(n, kernel, stride, padding):
    return round((n + 2 * padding - kernel) / stride) + 1

# %% wrong · same_padding_assumed · stride_alone
def conv_size(n, kernel, stride, padding):
    return n // stride

# %% wrong · split_floors · rounds_up
def conv_size(n, kernel, stride, padding):
    return (n + 2*padding)//stride - kernel//stride + 1

# %% wrong · strict_comparison · off_by_one
def conv_size(n, kernel, stride, padding):
    places = 1
    left = 0
    while left + stride + kernel < n + 2 * padding:
        left += stride
        places += 1
    return places

# %% wrong · stride_forgotten · stride_misused
def conv_size(n, kernel, stride, padding):
    return n + 2 * padding - kernel + 1

# %% wrong · stride_of_two · stride_misused
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel) // 2 + 1

# %% wrong · transposed_formula · other_layer
def conv_size(n, kernel, stride, padding):
    return (n - 1) * stride - 2 * padding + kernel

# %% wrong · true_division · not_rounded
def conv_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel) / stride + 1

# %% noisy · greek
# Größe nach der Faltung
def conv_size(n, kernel, stride, padding):
    ширина = n + 2 * padding
    σ = stride
    return (ширина - kernel) // σ + 1

# %% noisy · prints_and_warns
import warnings


def conv_size(n, kernel, stride, padding):
    warnings.warn("computing a size")
    print(f"({n} + 2*{padding} - {kernel}) // {stride} + 1")
    return (n + 2 * padding - kernel) // stride + 1
