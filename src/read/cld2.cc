#include "read/cld2.h"

#include <cstdio>
#include <string>

#include <cld2/public/compact_lang_det.h>

const char *detect_language(const char *text, size_t len, int *percent)
{
    CLD2::Language found[3];
    int percents[3], bytes;
    bool reliable;
    CLD2::Language best = CLD2::DetectLanguageSummary(text, static_cast<int>(len), true, found,
                                                      percents, &bytes, &reliable);
    *percent = best == found[0] ? percents[0] : 0;
    return reliable && best != CLD2::UNKNOWN_LANGUAGE ? CLD2::LanguageCode(best) : nullptr;
}
