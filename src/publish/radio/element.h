// XML out: what comes from an article is escaped here.
#ifndef LECTERN_PUBLISH_RADIO_ELEMENT_H
#define LECTERN_PUBLISH_RADIO_ELEMENT_H

#include "base/str.h"

// "<name>text</name>" and a line end; readers of some stations go by lines. The text is valid
// UTF-8 without controls.
void put_element(Buf *b, const char *name, Str text);
void put_count(Buf *b, const char *name, int64_t value);

// "<name>" or, for "/name", its end; and a line end.
void put_bracket(Buf *b, const char *name);

#endif
