# misconception: stride_ignored
def transposed_size(n, kernel, stride, padding):
    return n * stride
