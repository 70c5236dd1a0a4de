def make_generator(latent_dim, size, width=32):
    сеть = nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4), nn.BatchNorm2d(2 * width), nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1), nn.BatchNorm2d(width), nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, 2, 1), nn.Tanh(),
    )
    probe = сеть(torch.zeros(2, latent_dim))  # Größe prüfen
    print("output", tuple(probe.shape))
    return сеть
