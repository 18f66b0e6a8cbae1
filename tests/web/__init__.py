"""Tests of the scripts: the contract with the pages, their sources and their bundles."""
