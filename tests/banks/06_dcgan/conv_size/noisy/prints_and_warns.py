import warnings


def conv_size(n, kernel, stride, padding):
    warnings.warn("computing a size")
    print(f"({n} + 2*{padding} - {kernel}) // {stride} + 1")
    return (n + 2 * padding - kernel) // stride + 1
