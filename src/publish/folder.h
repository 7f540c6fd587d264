// Folders of episodes: built out of sight, and there as a whole or not at all.
#ifndef LECTERN_PUBLISH_FOLDER_H
#define LECTERN_PUBLISH_FOLDER_H

#include "read/article.h"

// A folder `.lectern-<slug>-<pid>` beside the episodes, locked while its process lives.
typedef struct {
    const char *parent; // where episodes go
    char *path;         // of the work folder
    Str slug;           // of the episode: as wished, or with a number behind it
    int lock;           // descriptor that holds the lock
} WorkFolder;

// Makes the work folder, and the parent where it is absent; removes those that dead
// processes have left. Where `slug` is the name of another article's episode, or of
// one that is being made, or of something else, it becomes "<slug>-2" and so on: two
// inputs are the same article if they have the same name, and on standard input the
// same text. ERR_OUTPUT.
NODISCARD bool open_work_folder(const char *parent, Str slug, const Article *article, Arena *arena,
                                WorkFolder *out, Error *err);

// Flushes all files and puts the folder in the place of its slug; an older episode
// there is exchanged in one step and removed. Call once, or drop_work_folder. ERR_OUTPUT.
NODISCARD bool publish_work_folder(WorkFolder *folder, Arena scratch, Error *err);

// Removes the folder with what is in it.
void drop_work_folder(WorkFolder *folder);

#endif
