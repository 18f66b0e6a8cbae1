"""Tests of what carries questions out to other tools and in from them."""
