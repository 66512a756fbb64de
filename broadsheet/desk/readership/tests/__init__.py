"""Tests of the editors' readership pages."""
