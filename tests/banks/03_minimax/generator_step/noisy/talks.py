import sys
import warnings


def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    warnings.warn("G learns")
    print("G before:", [float(p.sum()) for p in generator.parameters()])
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    sys.stderr.write("stepped\n")
    return value.item()
