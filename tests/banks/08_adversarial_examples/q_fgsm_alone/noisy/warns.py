import warnings

warnings.warn("not sure")
q_fgsm_alone = "d"
