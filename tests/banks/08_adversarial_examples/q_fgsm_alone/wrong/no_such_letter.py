# misconception: other_answer
q_fgsm_alone = "e"
