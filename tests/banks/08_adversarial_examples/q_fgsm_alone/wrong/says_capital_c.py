# misconception: attack_is_exact
q_fgsm_alone = "C"
