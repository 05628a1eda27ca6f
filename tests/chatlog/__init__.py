"""Tests of chatlog."""
