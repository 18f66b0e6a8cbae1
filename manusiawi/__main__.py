"""Lets `python -m manusiawi` do what build_quiz.py does."""

import sys

from manusiawi.cli import main

sys.exit(main())
