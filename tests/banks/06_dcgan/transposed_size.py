# %% correct · ask_torch
def transposed_size(n, kernel, stride, padding):
    layer = nn.ConvTranspose2d(1, 1, kernel, stride, padding)
    with torch.no_grad():
        return layer(torch.zeros(1, 1, n, n)).shape[2]

# %% correct · ask_torch_1d
def transposed_size(n, kernel, stride, padding):
    out = F.conv_transpose1d(torch.zeros(1, 1, n), torch.ones(1, 1, kernel), stride=stride, padding=padding)
    return int(out.shape[-1])

# %% correct · formula
def transposed_size(n, kernel, stride, padding):
    return (n - 1) * stride - 2 * padding + kernel

# %% correct · largest_pixel
def transposed_size(n, kernel, stride, padding):
    pixels = {i * stride + j for i in range(n) for j in range(kernel)}
    return max(pixels) + 1 - 2 * padding

# %% correct · lay_down_stamps
def transposed_size(n, kernel, stride, padding):
    covered = set()
    for i in range(n):
        covered |= set(range(i * stride, i * stride + kernel))
    end = max(covered) + 1
    return end - padding - padding

# %% correct · multiplied_out
def transposed_size(n, kernel, stride, padding):
    return n * stride - stride + kernel - 2 * padding

# %% correct · overlap_formula
def transposed_size(n, kernel, stride, padding):
    overlap = kernel - stride  # negative when stamps leave gaps
    return stride * n + overlap - 2 * padding

# %% correct · pytorch_documentation
def transposed_size(n, kernel, stride, padding, output_padding=0, dilation=1):
    return (n - 1) * stride - 2 * padding + dilation * (kernel - 1) + output_padding + 1

# %% correct · spread_out
def transposed_size(n, kernel, stride, padding):
    last_place = stride * (n - 1)
    covered = last_place + kernel
    return covered - padding - padding

# %% correct · tensor_of_int
def transposed_size(n, kernel, stride, padding):
    return torch.tensor((n - 1) * stride - 2 * padding + kernel)

# %% correct · undo_conv
def transposed_size(n, kernel, stride, padding):
    # the smallest m that a convolution maps to n
    m = 1
    while (m + 2 * padding - kernel) // stride + 1 != n:
        m += 1
    return m

# %% wrong · a_float · not_rounded
def transposed_size(n, kernel, stride, padding):
    return float((n - 1) * stride - 2 * padding + kernel)

# %% wrong · conv_formula · other_layer
def transposed_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel) // stride + 1

# %% wrong · conv_times_stride · other_layer_turned
def transposed_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel) * stride + 1

# %% wrong · doubles · fixed_factor
def transposed_size(n, kernel, stride, padding):
    return 2 * n

# %% wrong · kernel_forgotten · kernel_misused
def transposed_size(n, kernel, stride, padding):
    return (n - 1) * stride - 2 * padding

# %% wrong · kernel_one · kernel_misused
def transposed_size(n, kernel, stride, padding):
    return (n - 1) * stride - 2 * padding + 1

# %% wrong · kernel_subtracted · kernel_misused
def transposed_size(n, kernel, stride, padding):
    return (n - 1) * stride + 2 * padding - kernel

# %% wrong · largest_preimage · steps_miscounted
def transposed_size(n, kernel, stride, padding):
    def back(m):
        return (m + 2 * padding - kernel) // stride + 1

    m = max(1, kernel - 2 * padding)
    while back(m + 1) <= n:
        m += 1
    return m

# %% wrong · n_not_less_one · steps_miscounted
def transposed_size(n, kernel, stride, padding):
    return n * stride - 2 * padding + kernel

# %% wrong · one_too_few · off_by_one
def transposed_size(n, kernel, stride, padding):
    return (n - 1) * stride - 2 * padding + kernel - 1

# %% wrong · one_too_many · off_by_one
def transposed_size(n, kernel, stride, padding):
    return (n - 1) * stride - 2 * padding + kernel + 1

# %% wrong · padding_added · padding_added
def transposed_size(n, kernel, stride, padding):
    return (n - 1) * stride + 2 * padding + kernel

# %% wrong · padding_forgotten · padding_misused
def transposed_size(n, kernel, stride, padding):
    return (n - 1) * stride + kernel

# %% wrong · padding_once · padding_once
def transposed_size(n, kernel, stride, padding):
    return (n - 1) * stride - padding + kernel

# %% wrong · precedence · stride_misused
def transposed_size(n, kernel, stride, padding):
    return n - 1 * stride - 2 * padding + kernel

# %% wrong · returns_none · wrong_type
def transposed_size(n, kernel, stride, padding):
    (n - 1) * stride - 2 * padding + kernel

# %% wrong · single_pixel_shortcut · unrecognised
def transposed_size(n, kernel, stride, padding):
    if n == 1:
        return kernel
    return (n - 1) * stride + kernel - 2 * padding

# %% wrong · stride_divides · stride_misused
def transposed_size(n, kernel, stride, padding):
    return (n - 1) // stride - 2 * padding + kernel

# %% wrong · stride_forgotten · stride_misused
def transposed_size(n, kernel, stride, padding):
    return (n - 1) - 2 * padding + kernel

# %% wrong · stride_times_n · unrecognised
def transposed_size(n, kernel, stride, padding):
    return n * stride if n > 1 else kernel - 2 * padding

# %% wrong · stride_two · stride_misused
def transposed_size(n, kernel, stride, padding):
    return (n - 1) * 2 - 2 * padding + kernel

# %% wrong · stride_two_only · stride_misused
def transposed_size(n, kernel, stride, padding):
    return n * stride + kernel - 2 * padding - 2

# %% wrong · times_stride · stride_alone
def transposed_size(n, kernel, stride, padding):
    return n * stride

# %% wrong · two_of_padding · padding_misused
def transposed_size(n, kernel, stride, padding):
    return (n - 1) * stride - 2 + kernel

# %% wrong · whole_shape · wrong_type
def transposed_size(n, kernel, stride, padding):
    m = (n - 1) * stride - 2 * padding + kernel
    return torch.Size([m, m])

# %% noisy · helper_cell
def covered(n, kernel, stride):
    """pixels covered before cutting ✂"""
    return (n - 1) * stride + kernel


def transposed_size(n, kernel, stride, padding):
    return covered(n, kernel, stride) - 2 * padding

# %% noisy · prints
import logging


def transposed_size(n, kernel, stride, padding):
    logging.warning("transposed: %s", (n, kernel, stride, padding))
    m = (n - 1) * stride - 2 * padding + kernel
    print("size", m)
    return m
