q_fgsm_alone = "D"
