// What a clip's child may not do, whatever a text makes of the engine: the kernel refuses
// it files, programs, processes and the network.
#ifndef LECTERN_SPEAK_SANDBOX_H
#define LECTERN_SPEAK_SANDBOX_H

#include "base/str.h"

// What a kernel can refuse.
enum {
    SANDBOX_FILES = 1, // Landlock: files outside a folder
    SANDBOX_CALLS = 2, // seccomp: system calls
    SANDBOX_WHOLE = SANDBOX_FILES | SANDBOX_CALLS,
};

// The bits of what this kernel has.
unsigned sandbox_support(void);

// From here on this process and its children read files in `folder` only (NULL: none), write
// none, and get no new rights by any program. False: the kernel would not.
NODISCARD bool confine_files(const char *folder);

// A filter of system calls in the kernel's form. It is made once and lasts as long as the
// process. `files`: whether files may be opened, which confine_files limits.
typedef struct {
    void *code;
    uint16_t length; // instructions
} CallFilter;
NODISCARD bool make_call_filter(bool files, CallFilter *out);

// From here on this process computes, takes memory, reads what it may open, and ends;
// all other calls fail with EPERM. False: the kernel would not. Some microseconds.
NODISCARD bool confine_calls(const CallFilter *filter);

#endif
