# misconception: fgsm_proves_robustness
q_fgsm_alone = "a"
