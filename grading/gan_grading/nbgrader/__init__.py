"""What this project adds to nbgrader: steps of its converters, and the settings that put them in place.

``settings`` configures a course · ``execute`` runs a submission · ``sanitise`` drops a student's metadata ·
``evidence`` decides what a test cell is worth · ``grades`` saves it · ``feedback`` makes it presentable.
"""
