// What pictographs are called.
#ifndef LECTERN_READ_PICTOGRAPHS_H
#define LECTERN_READ_PICTOGRAPHS_H

#include <stdint.h>

// "face with tears of joy"; NULL where the code has no name of its own.
const char *pictograph_name(uint32_t code);

#endif
