q_fgsm_alone = " d "
