"""Writes a module as a SCORM 1.2 package: its pages as they are built, a script that talks to the learning system, a manifest."""
