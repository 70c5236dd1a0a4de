# misconception: padding_once
def conv_size(n, kernel, stride, padding):
    return (n + padding - kernel) // stride + 1
