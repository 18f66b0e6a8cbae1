"""Words of Indonesian that carry little content: for comparing texts, and for searching them."""

from __future__ import annotations

STOP = frozenset(
    """
    yang dan di ke dari untuk pada dengan atau itu ini adalah ialah oleh agar supaya karena sebab jika bila kalau maka juga
    saja lalu kemudian sudah belum akan sedang telah masih lebih paling sangat ia dia mereka kami kita anda saya nya pun per
    serta dalam antara tanpa seperti sebagai secara bahwa hanya dapat bisa harus wajib perlu boleh tidak bukan jangan apa
    apakah siapa mana manakah bagaimana mengapa kapan berapa pak bu bapak ibu petugas warga orang pemohon seorang sebuah
    satu dua tiga loket kantor layanan pelayanan para hari sebelum sesudah saat ketika sendiri bagi tentang atas bawah hal
    cara lain ada sama tersebut begitu
    """.split()
)
SMALL = frozenset(
    """
    ada adalah agar akan anda apa apakah apabila atas atau ayat bagaimana bagi bahwa begitu belum berapa bila bisa boleh bu
    bukan dalam dan dapat dari demi dengan di dia hanya harus hingga ia ialah ini itu jadi jangan jika juga kalau kami kapan
    karena ke kemudian kepada ketika kita lagi lain lalu lebih maka mana masih mengapa mereka namun nya oleh pada padahal
    pak paling para pasal pasti per pun saat saja sama sampai sangat saya sebab sebagai sebagian sebelum sebuah secara
    sedang seorang seperti serta sesudah setelah setiap siapa sudah supaya tak tanpa tapi telah tentang tersebut tetap
    tetapi tidak untuk walaupun yaitu yakni yang
    """.split()
)
