"""THE INTAKE: manuscripts from anywhere become stories, standing pages, contributors, topics, photos and redirects."""
