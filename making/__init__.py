"""What is made by hand from sources elsewhere, and committed: the typeface, the catalogues of messages."""
