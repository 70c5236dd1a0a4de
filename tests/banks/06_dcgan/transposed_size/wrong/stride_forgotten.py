# misconception: stride_ignored
def transposed_size(n, kernel, stride, padding):
    return (n - 1) - 2 * padding + kernel
