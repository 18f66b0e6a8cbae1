"""The words of Indonesian that change what a number beside them means."""

from __future__ import annotations

from manusiawi.language.language import NumberWords

NUMBERS = NumberWords(
    minus="minus|negatif",
    percent="persen",
    scales={"ratus": 2, "ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12},
    otherwise=(
        "nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|belas|puluh|lusin|kodi|setengah|separuh|perempat|pertiga"
        "|se(?:puluh|belas|ratus|ribu|juta|miliar|milyar|triliun|lusin|perempat|pertiga)|[0-9]-?an|k"
        "|bukan|tidak|tak|(?:kurang|dari|daripada|di bawah|di atas|min|jam)(?=[^a-z]*[0-9])|pukul|wib|wita|wit"
    ),
)
