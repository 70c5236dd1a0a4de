"""Key of the question about a GAN's density."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "A GAN is a way to draw, and no more. Its samples have a distribution, but G is a map from few numbers to many "
    "pixels: nearly all pictures are reached by no z, and for the others nobody can list the z that lead there. "
    "Models that score are built for it: a VAE with a bound, a PixelCNN exactly.",
)
key.wrong(
    "discriminator",
    "D estimates a ratio, p_data / (p_data + p_g), and not a probability of the picture.",
    "What does the best D say of a picture when G is perfect, whatever the picture is?",
    "a",
)
key.wrong(
    "density_of_noise",
    "p(z) is the density of the noise. That of a picture also depends on how G stretches the space, and on whether any z leads there.",
    "Exercise 6: what happened to a density when pixels were divided by L?",
    "b",
)
key.wrong(
    "distance",
    "A Fréchet distance compares two sets of pictures, and says nothing of a single one.",
    "What does it do with the pictures first?",
    "d",
)
