#include "publish/labels/labels.h"

#include "base/language.h"
#include "publish/labels/languages.h"

// English stands first: it is what other languages fall back to.
static const Labels *const LANGUAGES[] = {
    &LABELS_EN, &LABELS_DE, &LABELS_ES, &LABELS_FR, &LABELS_IT, &LABELS_NL, &LABELS_PT, &LABELS_SV,
    &LABELS_DA, &LABELS_NO, &LABELS_FI, &LABELS_PL, &LABELS_CS, &LABELS_SK, &LABELS_TR, &LABELS_RU,
    &LABELS_UK, &LABELS_BG, &LABELS_EL, &LABELS_HU, &LABELS_RO, &LABELS_CA, &LABELS_AR, &LABELS_FA,
    &LABELS_HE, &LABELS_ZH, &LABELS_JA, &LABELS_KO, &LABELS_ID,
};

// NULL: none.
static const Labels *find_labels(Str language)
{
    Str code = primary_language(language);
    for (size_t i = 0; i < COUNT(LANGUAGES); i++)
        if (str_equal_nocase(code, str_from(LANGUAGES[i]->language)))
            return LANGUAGES[i];
    for (size_t i = 0; i < COUNT(LANGUAGES); i++)
        if (same_language(code, str_from(LANGUAGES[i]->language)))
            return LANGUAGES[i];
    return NULL;
}

Str label_in(Str language, Label label)
{
    const Labels *labels = find_labels(language);
    return str_from((labels ? labels : LANGUAGES[0])->words[label]);
}

Str label_language(Str language)
{
    return find_labels(language) ? language : STR("en");
}

Str fill_places(Str form, const Str *values, size_t count, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < form.len; i++) {
        bool place = i + 2 < form.len && form.data[i] == '{' && form.data[i + 2] == '}';
        size_t which =
            place && is_digit(form.data[i + 1]) ? (size_t)(form.data[i + 1] - '0') : count;
        if (which < count) {
            buf_add(&b, values[which]);
            i += 2;
        } else {
            buf_char(&b, form.data[i]);
        }
    }
    return buf_str(&b);
}

Str fill_label(Str language, Label label, const Str *values, size_t count, Arena *arena)
{
    return fill_places(label_in(language, label), values, count, arena);
}
