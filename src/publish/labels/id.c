#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_ID = {
    .language = "id",
    .words = {
        [LABEL_ABOUT] = "Tentang edisi ini",
        [LABEL_READING_OF] = "Ini adalah pembacaan “{0}” karya {1}.",
        [LABEL_READING_ALONE] = "Ini adalah pembacaan “{0}”.",
        [LABEL_PUBLISHER] = "Penerbit: {0}.",
        [LABEL_SOURCE] = "Sumber: {0}",
        [LABEL_RIGHTS] = "Hak: {0}",
        [LABEL_VOICES] = "Suara: {0}.",
        [LABEL_VOICES_MORE] = "Suara: {0} dan lainnya.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "Satu bagian teks artikel tidak dibacakan dan tidak ditampilkan; halaman dan laporan episode ini menyebutkannya.",
        [LABEL_LEFT_OUT_MANY] = "{0} bagian teks artikel tidak dibacakan dan tidak ditampilkan; halaman dan laporan episode ini menyebutkannya.",
        [LABEL_DISCLOSURE] = "Dibacakan oleh suara sintetis: ucapan buatan komputer ({0}), bukan rekaman orang-orang yang dikutip.",
        [LABEL_READ_ALOUD] = "Sebuah artikel yang dibacakan.",
        [LABEL_TEXT_BY] = "Teks: {0}",
        [LABEL_AUTHOR] = "penulis artikel",
        [LABEL_UNTITLED] = "Tanpa judul",
        [LABEL_INTRODUCTION] = "Pendahuluan",
        [LABEL_TITLE_BY] = "{0}, oleh {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (suara sintetis)",
        [LABEL_READ_BY] = "Dibacakan oleh suara sintetis",
        [LABEL_CONTENTS] = "Daftar isi",
        [LABEL_LANDMARKS] = "Penanda",
        [LABEL_ACCESSIBILITY] = "Seluruh teks dibacakan oleh suara sintetis dan ditandai saat terdengar; kutipan memiliki suara sendiri dan menyebutkan pembicaranya bagi pembaca layar. Buku ini dapat dibaca dengan mata saja, telinga saja, atau sentuhan saja. Ada daftar isi.",
        [LABEL_NARRATOR] = "Narator",
        [LABEL_UNKNOWN] = "Suara tak dikenal",
    },
};
