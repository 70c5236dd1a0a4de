def make_discriminator(size, width=32):
    return nn.Sequential(nn.Conv2d(1,width,3,1,1), nn.LeakyReLU(.2), nn.Conv2d(width,width,4,2,1,bias=False), nn.BatchNorm2d(width), nn.LeakyReLU(.2), nn.Conv2d(width,2*width,4,2,1,bias=False), nn.BatchNorm2d(2*width), nn.LeakyReLU(.2), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(2*width,1))
