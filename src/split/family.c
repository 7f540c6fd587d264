#include "split/family.h"

#include "base/language.h"

static const struct {
    Family family;
    const char *codes; // parted by blanks
} FAMILIES_OF[] = {{FAMILY_ENGLISH, "en sco"},
                   {FAMILY_GERMANIC, "de nl da sv nb nn no is fo lb af fy gsw nds"},
                   {FAMILY_ROMANCE, "fr es it pt ro ca gl oc eu rm co"},
                   {FAMILY_WEST_SLAVIC, "pl cs sk sl hr bs"},
                   {FAMILY_CYRILLIC, "ru uk be bg mk sr kk ky mn tg tt ba cv"}};

Family family_of(Str language)
{
    Str code = primary_language(language);
    for (size_t i = 0; i < COUNT(FAMILIES_OF); i++)
        for (const char *word = FAMILIES_OF[i].codes; *word;) {
            size_t n = strcspn(word, " ");
            if (str_equal_nocase(code, (Str){word, n}))
                return FAMILIES_OF[i].family;
            word += word[n] ? n + 1 : n;
        }
    return FAMILY_OTHER;
}
