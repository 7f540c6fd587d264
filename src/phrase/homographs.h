// Words with two readings, told apart by their neighbours.
#ifndef LECTERN_PHRASE_HOMOGRAPHS_H
#define LECTERN_PHRASE_HOMOGRAPHS_H

#include "phrase/pronounce.h"

#endif
