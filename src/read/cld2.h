// Which language a text is in, as CLD2 tells by its letters and their neighbours.
#ifndef LECTERN_READ_CLD2_H
#define LECTERN_READ_CLD2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// The language of valid UTF-8 as ISO 639 has it ("de", "zh-Hant"), a static string;
// NULL where it cannot be told. `*percent`: how much of the text is in it. Linear.
const char *detect_language(const char *text, size_t len, int *percent);

#ifdef __cplusplus
}
#endif

#endif
