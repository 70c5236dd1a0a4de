# misconception: wrong_type
def transposed_size(n, kernel, stride, padding):
    m = (n - 1) * stride - 2 * padding + kernel
    return torch.Size([m, m])
