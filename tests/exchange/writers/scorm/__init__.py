"""Tests of SCORM packages: what they hold, what they say to a learning system, how they run in one."""
