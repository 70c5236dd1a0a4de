def transposed_size(n, kernel, stride, padding):
    return torch.tensor((n - 1) * stride - 2 * padding + kernel)
