#include "attribute/script.h"

const char *const SPEAKER_KIND_NAMES[SPEAKER_KINDS] = {
    [SPEAKER_NARRATOR] = "narrator", [SPEAKER_PERSON] = "person",
    [SPEAKER_ORGANISATION] = "organisation", [SPEAKER_DOCUMENT] = "document",
    [SPEAKER_GROUP] = "group", [SPEAKER_UNKNOWN] = "unknown",
};
const char *const GENDER_NAMES[GENDERS] = {
    [GENDER_UNKNOWN] = "unknown", [GENDER_MALE] = "male", [GENDER_FEMALE] = "female",
};
const char *const QUOTE_KIND_NAMES[QUOTE_KINDS] = {
    [QUOTE_DIRECT] = "direct", [QUOTE_MIXED] = "mixed", [QUOTE_OTHER] = "other",
};

bool attribute_sentences(const Sentences *in, const AttributeOptions *options, Arena *arena,
                         Script *out, Error *err)
{
    (void)options;
    (void)err;
    *out = (Script){.sentences = in};
    *PUSH(&out->speakers, arena) = (Speaker){.name = STR("Narrator")};
    for (uint32_t i = 0; i < in->items.count; i++)
        *PUSH(&out->utterances, arena) = (Utterance){.span = in->items.items[i].span, .sentence = i};
    return true;
}
