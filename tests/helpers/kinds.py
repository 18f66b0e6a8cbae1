"""Pages of the real course, one of each kind."""

from __future__ import annotations

KINDS = (
    "index.html",
    "nondiskriminasi/index.html",
    "nondiskriminasi/bias.html",
    "nondiskriminasi/soal.html",
    "nondiskriminasi/kasus.html",
    "budaya-kerja/saluran.html",
    "kewajiban/kasus.html",
    "kemajuan.html",
    "ulangan.html",
    "bukti.html",
    "lensa.html",
    "pagi.html",
    "ucapan.html",
    "pelatih.html",
    "sumber.html",
    "glosarium.html",
    "404.html",
)
