"""Rankers: one a file, arithmetic only. Rows of features and the time go in, stories in order with reasons come out."""
