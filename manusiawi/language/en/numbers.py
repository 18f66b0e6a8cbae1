"""The words of English that change what a number beside them means."""

from __future__ import annotations

from manusiawi.language.language import NumberWords

NUMBERS = NumberWords(
    minus="minus|negative",
    percent="percent|per cent",
    scales={"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12},
    otherwise=(
        "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
        "|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|half|halves|thirds?|quarters?|k"
        "|not|[a-z]*n't|(?:than|under|over|below|above)(?=[^a-z]*[0-9])|am|pm|a[.]m|p[.]m|o'clock"
    ),
)
