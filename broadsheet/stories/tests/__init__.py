"""Tests of the stories room."""
