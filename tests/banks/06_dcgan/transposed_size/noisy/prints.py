import logging


def transposed_size(n, kernel, stride, padding):
    logging.warning("transposed: %s", (n, kernel, stride, padding))
    m = (n - 1) * stride - 2 * padding + kernel
    print("size", m)
    return m
