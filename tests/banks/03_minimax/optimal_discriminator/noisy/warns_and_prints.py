import logging
import warnings

warnings.warn("dividing by densities")
logging.basicConfig(level=logging.DEBUG)


def optimal_discriminator(p_data, p_g):
    warnings.warn(f"smallest sum {float((p_data + p_g).min())}")
    logging.getLogger("D*").warning("shape %s", tuple(p_data.shape))
    print("p_data", p_data, "p_g", p_g)
    return p_data / (p_data + p_g)
