"""What a learner meets in Chromium, Firefox and WebKit, over http and from files; run by `make browsers`."""
