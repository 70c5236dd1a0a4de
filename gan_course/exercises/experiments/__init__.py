"""One module a kind of experiment; :mod:`gan_course.exercises.experiment` says what each of them defines."""
