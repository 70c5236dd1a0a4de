"""gan_course: data, training, checks and pictures for a course on generative adversarial networks."""
__version__ = "0.1.0"
