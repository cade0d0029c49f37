"""What can be measured in a session: times, places and counts, each with a unit and a formula (docs/measures.md).

Pure NumPy over the log and the poses. A measure says what happened; none of them says how good anybody was.
"""
