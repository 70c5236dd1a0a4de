# Größe nach der Faltung
def conv_size(n, kernel, stride, padding):
    ширина = n + 2 * padding
    σ = stride
    return (ширина - kernel) // σ + 1
