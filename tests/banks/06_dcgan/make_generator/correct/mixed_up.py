def make_generator(latent_dim, size, width=32):
    s = size // 4
    return nn.Sequential(nn.Linear(latent_dim, 4*width*s*s), nn.Unflatten(1,(4*width,s,s)), nn.BatchNorm2d(4*width), nn.ReLU(), nn.Conv2d(4*width,4*width,3,padding=1), nn.PixelShuffle(2), nn.BatchNorm2d(width), nn.ReLU(), nn.Conv2d(width,width,3,padding=1), nn.BatchNorm2d(width), nn.ReLU(), nn.ConvTranspose2d(width,1,4,2,1), nn.Tanh())
