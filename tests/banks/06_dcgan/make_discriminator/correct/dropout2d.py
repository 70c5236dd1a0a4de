def make_discriminator(size, width=32):
    return nn.Sequential(nn.Conv2d(1,width,4,2,1), nn.LeakyReLU(.2), nn.Dropout2d(.25), nn.Conv2d(width,2*width,4,2,1), nn.BatchNorm2d(2*width,0.8), nn.LeakyReLU(.2), nn.Dropout2d(.25), nn.Flatten(), nn.Linear(2*width*(size//4)**2,1))
