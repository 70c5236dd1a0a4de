# misconception: off_by_one
def transposed_size(n, kernel, stride, padding):
    return n * stride - 2 * padding + kernel
