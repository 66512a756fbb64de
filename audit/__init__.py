"""OUTSIDE JUDGES: programs that we did not write look at every type of page of the demo newspaper."""
