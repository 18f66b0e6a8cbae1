"""Words of English that carry little content, and its words for the parts of an Indonesian law."""

from __future__ import annotations

STOP = frozenset(
    """
    the a an and or of to in on at for from with by as is are was were be been being it its this that these those he she
    they we you i his her their our your my them him us do does did has have had not no so if then than when while who whom
    whose which what where why how can could may might must should shall will would also only just more most very too before
    after until because since but into over under about mr mrs ms officer officers person people applicant applicants
    resident residents counter office service services one two three there here each every out up down same other own
    """.split()
)
SMALL = frozenset(
    """
    about after against all also although am an and any are article as at be because been before being but by can could did
    do does each for from had has have he her here hers him his how if in into is it its just may me might more most must my
    no nor not of off on only or other our ours out over own paragraph same shall she should so some such than that the
    their theirs them then there these they this those to too under until up us very was we were what when where which while
    who whom whose why will with would you your yours
    """.split()
)

ARTICLES = (
    (r"Penjelasan Umum", "General Elucidation"),
    (r"Penjelasan Pasal", "Elucidation of Article"),
    (r"Pasal", "Article"),
    (r"ayat", "paragraph"),
    (r"huruf", "letter"),
    (r"angka", "number"),
    (r"sampai dengan", "to"),
    (r"dan", "and"),
    (r"Pertimbangan teknis", "Technical reasoning"),
    (r"Amar", "Ruling"),
    (r"Pertimbangan", "Reasoning"),
    (r"Menimbang", "Preamble"),
    (r"Ringkasan", "Summary"),
)
