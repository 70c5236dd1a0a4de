def scale_pixels(pixels, highest):
    x = pixels.float() / highest * 2 - 1
    print("range", float(x.min()), float(x.max()))
    plt.figure()
    plt.hist(x.flatten().numpy())
    plt.close()
    return x
