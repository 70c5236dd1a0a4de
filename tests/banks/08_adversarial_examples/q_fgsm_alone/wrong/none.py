# misconception: unanswered
q_fgsm_alone = None
