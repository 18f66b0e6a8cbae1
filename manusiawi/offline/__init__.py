"""The course without a network: packed for the device that reads it, and as a zip for a memory stick. May import render and below."""
