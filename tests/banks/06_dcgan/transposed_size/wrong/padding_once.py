# misconception: padding_once
def transposed_size(n, kernel, stride, padding):
    return (n - 1) * stride - padding + kernel
