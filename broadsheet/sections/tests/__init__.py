"""Tests of the sections room."""
