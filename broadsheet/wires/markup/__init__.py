"""Other people's HTML becomes the pieces of a story's body: functions of values, without a database."""
