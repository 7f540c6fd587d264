// Sound files: WAV, FLAC, MP3, Opus and others in; WAV and FLAC out.
#ifndef LECTERN_BASE_SOUNDFILE_H
#define LECTERN_BASE_SOUNDFILE_H

#include "base/error.h"

typedef struct {
    void *handle;
    int rate_hz;
    int channel_count;
    int64_t frame_count;
} SoundFile;

// Opens for reading. ERR_OUTPUT where it cannot be read.
NODISCARD bool open_sound(const char *path, SoundFile *out, Error *err);

// Goes to a frame. False: the file is damaged.
NODISCARD bool seek_sound(const SoundFile *file, int64_t frame);

// Reads up to `count` frames, channels interleaved, full scale 1.0. Gives how many.
int64_t read_sound(const SoundFile *file, float *out, int64_t count);

typedef enum { SOUND_WAV, SOUND_FLAC } SoundKind;

// What the file says of itself; empty: nothing.
typedef struct {
    Str title, artist, album, date, copyright, genre, comment;
} SoundTexts;

// Makes a file of 16-bit samples; one that is there is replaced. out->frame_count
// must hold how many frames will come: a WAV past 4 GiB is written as RF64. The
// texts of a WAV become ASCII, for readers disagree on its character set. Nothing
// of the time of day goes in. False: see sound_error.
NODISCARD bool create_sound(const char *path, SoundKind kind, const SoundTexts *texts,
                            SoundFile *out, Arena scratch);

// Writes frames, channels interleaved, plainly rounded. False: see sound_error.
NODISCARD bool write_sound(const SoundFile *file, const float *sound, int64_t count);

// False where the last bytes could not be written.
bool close_sound(SoundFile *file);

// Why the last call on `file` failed.
const char *sound_error(const SoundFile *file);

#endif
