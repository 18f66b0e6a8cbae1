"""Tests of whole builds, of what they publish and of the preview."""
