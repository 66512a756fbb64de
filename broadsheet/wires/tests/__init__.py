"""Tests of the wires room."""
