def transposed_size(n, kernel, stride, padding):
    layer = nn.ConvTranspose2d(1, 1, kernel, stride, padding)
    with torch.no_grad():
        return layer(torch.zeros(1, 1, n, n)).shape[2]
