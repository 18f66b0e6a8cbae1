"""What the linter looks for in Indonesian texts."""

from __future__ import annotations

import re

from manusiawi.language.id.words import STOP
from manusiawi.language.language import LintWords

_NUMBERS = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
_PLACES = "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh".split()
_NO_VERBS = (  # they only begin as verbs do
    "meja media menit mereka mesin medis dinas dirinya diri direktur disabilitas diskriminasi berkas berapa berita besar besok beberapa "
    "berat berbagai dia dilema dosa menteri merah metode mental mewah meter"
).split()
_ITALIC = (STOP - {"per", "pun", "para", "hal", "pak", "bu"}) | frozenset(
    """
    adat bantuan berkas camat cacat daerah desa dinas formulir gotong royong hak hukum ikhlas izin kabupaten kampung kantong kartu
    kecamatan keluarga kelurahan kepala kota lurah malu marga martabat masyarakat mufakat musyawarah nomor pasal peraturan pucuk
    puskesmas rebung rukun sabar santun sungkan surat tapis tetangga tugas undang-undang warung
    """.split()
)

LINT = LintWords(
    absolute=re.compile(r"(?<!hampir )\b(?:selalu|tidak pernah|semua|setiap|hanya(?! karena)|pasti|seluruh)\b", re.IGNORECASE),
    all_of_them=re.compile(
        r"(?:jawaban |pilihan )?semua(?:nya)?(?= \w)(?: (?:jawaban|pilihan|pernyataan))?(?: di atas)?(?: (?:adalah )?(?:benar|tepat))?",
        re.IGNORECASE,
    ),
    none_of_them=re.compile(
        r"(?:tidak (?:ada|satu pun)|bukan salah satu)(?= \w)(?: (?:jawaban|pilihan|pernyataan))?(?: di atas)?"
        r"(?:(?: yang)? (?:benar|tepat))?",
        re.IGNORECASE,
    ),
    combined=re.compile(
        r"(?:(?:(?:keduanya|pilihan|jawaban)[ :,]*)\(?[A-E1-5]|\(?[A-E])\)?(?:\s*,\s*\(?[A-E1-5]\)?)*,?\s+(?:dan|serta|atau|&)\s+"
        r"\(?[A-E1-5]\)?(?:\s+(?:saja|benar|tepat))*\.?",
        re.IGNORECASE,
    ),
    joins=frozenset({"dan", "atau", "serta"}),
    in_time=frozenset({"lalu", "kemudian", "sebelum", "sesudah"}),
    turns=re.compile(r"\b(?:tidak|bukan|tanpa|kecuali|jika|bila)\b"),
    to=r"sampai(?: dengan)?|hingga",
    before_number=r"pasal|ayat|pukul|sekitar|tahun|hari",
    negation=re.compile(r"\b(?:tidak|bukan|kecuali|jangan|tak)\b", re.IGNORECASE),
    opens_negative=re.compile(r"(?:tidak|bukan|jangan|tak)\b"),
    why=re.compile(r"\b(?:mengapa|kenapa|apa sebab\w*|apa alasan\w*)\b", re.IGNORECASE),
    vague=re.compile(r"(?<!seberapa )(?<!lebih )\b(?:sering(?:kali)?|kadang(?:-kadang|kala)?|biasanya|jarang|umumnya)\b", re.IGNORECASE),
    opinion=re.compile(r"\b(?:menurut (?:pendapat )?anda|pendapat anda|anda setuju|setujukah anda|perasaan anda)\b", re.IGNORECASE),
    word_class={"verb": re.compile(rf"(?!(?:{'|'.join(_NO_VERBS)})$)(?:me[mnlryw]?|meng|meny|di|ber)[a-z]{{3,}}")},
    claims_law=re.compile(
        r"\b(?:UU|PP|Perpres|Permen\w*|Perda|UUD)\s*(?:No\.?\s*|Nomor\s*)?\d|\b[Pp]asal \d|\b[Uu]ndang-undang\b|\b[Mm]enurut hukum\b"
    ),
    demeaning=re.compile(
        r"\b(?:penyandang cacat|orang cacat|kaum cacat|suku terasing|orang gila|kaum lemah|idiot|cacat mental)\b", re.IGNORECASE
    ),
    numbers={word: str(number) for words in (_NUMBERS, _PLACES) for number, word in enumerate(words, 1)},
    teen="belas",
    signs=re.compile(r"rp\d*|pukul|uu|no"),
    empty_link=re.compile(
        r"(?:silakan |mohon )?(?:klik\b.*|(?:tekan|ketuk) (?:di )?(?:sini|ini)|(?:di |ke )?(?:sini|situ)|"
        r"(?:tautan|laman|halaman|link)(?: (?:ini|itu|berikut))?|"
        r"(?:baca )?(?:selengkapnya|selanjutnya|lebih lanjut)|baca|lihat|berikut|ini|lanjut)",
        re.IGNORECASE,
    ),
    cites=re.compile(r"\b(?:UUD?|PP|TAP|MPR)(?: Nomor| No\.)?\s+\d"),
    explains=r"yaitu|yakni|adalah|ialah|singkatan|kependekan",
    lix=55,
    shortened=r"No|Nn|Jln?|Bpk|Sdri?|Kec|Kab|Kel|Ds|Tn|Ny|Rp|[Tt]gl|[Pp]kl|Yth|Dra?s?|dr|Prof|Ir|Hj?|hlm|a\.n|u\.p|d\.a",
    clauses={
        kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        for kind, words in {
            "reason": "karena|sebab|lantaran|soalnya|mengingat",
            "purpose": "supaya|agar|biar|demi|guna",
            "concession": "walaupun|walau|meskipun|meski|biarpun|sekalipun",
            "contrast": "tetapi|tapi|namun|sedangkan|melainkan|padahal",
            "condition": "jika|kalau|bila|apabila|asal|selama|sepanjang|kecuali",
            "time": "lalu|kemudian|sebelum|sesudah|setelah|sambil|sampai|hingga|sejak|baru",
        }.items()
    },
    in_order=(
        re.compile(r"\b(?:pertama|pertama-tama|mula-mula|terlebih dahulu|lebih dahulu|awalnya)\b", re.IGNORECASE),
        re.compile(r"^\W*(?:lalu|kemudian|selanjutnya|berikutnya|setelah|sesudah)\b", re.IGNORECASE),
        re.compile(r"\b(?:akhirnya|terakhir|pada akhir|penutup)\b", re.IGNORECASE),
    ),
    produces=re.compile(r"(?:menulis|menyusun|merancang|merencanakan|merumuskan|memeriksa|mengaudit|membuat)\b", re.IGNORECASE),
    directs=re.compile(r"(?:mengarahkan|merujuk|memandu|memimpin)\b", re.IGNORECASE),
    in_italics=re.compile(rf"{'|'.join(sorted(_ITALIC))}|\w{{3,}}nya"),
)
