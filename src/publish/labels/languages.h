// The languages that there are labels in.
#ifndef LECTERN_PUBLISH_LABELS_LANGUAGES_H
#define LECTERN_PUBLISH_LABELS_LANGUAGES_H

#include "publish/labels/labels.h"

typedef struct {
    const char *language; // BCP 47 primary language
    const char *words[LABELS];
} Labels;

// Where forms of words hang on a number, a sentence is worded so that none does
// ("Liczba fragmentów: 5").
extern const Labels LABELS_EN, LABELS_DE, LABELS_ES, LABELS_FR, LABELS_IT, LABELS_NL, LABELS_PT,
    LABELS_SV, LABELS_DA, LABELS_NO, LABELS_FI, LABELS_PL, LABELS_CS, LABELS_SK, LABELS_TR,
    LABELS_RU, LABELS_UK, LABELS_BG, LABELS_EL, LABELS_HU, LABELS_RO, LABELS_CA, LABELS_AR,
    LABELS_FA, LABELS_HE, LABELS_ZH, LABELS_JA, LABELS_KO, LABELS_ID;

#endif
