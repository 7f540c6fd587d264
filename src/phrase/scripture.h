// Places in holy books: Psalm 23:4, 1 Cor. 13:4-8, Quran 2:255. Rules as in spelling.h.
#ifndef LECTERN_PHRASE_SCRIPTURE_H
#define LECTERN_PHRASE_SCRIPTURE_H

#include "phrase/spelling.h"

Rule spell_book_name;   // "Matt." before a place
Rule spell_book_number; // the "1" of "1 Cor. 13"
Rule spell_verse;       // "23:4" behind a book

#endif
