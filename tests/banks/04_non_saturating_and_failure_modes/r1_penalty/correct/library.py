from gan_course.training import R1


def r1_penalty(discriminator, real, gamma):
    return R1(gamma)(discriminator, real, real)
