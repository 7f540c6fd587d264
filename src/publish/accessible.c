// The accessible edition: a book that is read and heard at once as EPUB and as DAISY, a large
// print, and the page.
#include "base/file.h"
#include "publish/book/colophon.h"
#include "publish/book/daisy.h"
#include "publish/book/epub.h"
#include "publish/sound/audio.h"
#include "publish/sound/id3.h"
#include "publish/sound/mp3_cut.h"
#include "publish/sound/sound.h"
#include "publish/text/texts.h"

static const Writer *const WRITERS[] = {&vtt_writer, &large_print_writer};

static Str tag_of_part(const Making *m, const Part *part)
{
    EpisodeInfo info = *m->info;
    info.chapters.count = 0;
    info.cover = (Cover){0};
    if (!str_equal(part->title, info.title))
        info.title = str_format(m->arena, "%.*s: %.*s", STR_ARG(info.title), STR_ARG(part->title));
    return id3_tag(&info, m->arena);
}

static const char *sound_of(const Book *book, const Part *part, Arena *arena)
{
    return str_c(str_format(arena, "%s/%.*s.mp3", book->sound_folder, STR_ARG(part->name)), arena);
}

// The parts' sound is the episode's: frames of its MP3.
static bool cut_parts(const Making *m, const Book *book, Str mp3, Error *err)
{
    int kbps = m->options->mp3_kbps ? m->options->mp3_kbps : MP3_KBPS;
    for (uint32_t i = 0; i < book->parts.count; i++) {
        const Part *part = &book->parts.items[i];
        if (part->kind == PART_COLOPHON)
            continue;
        Mp3Cut cut = {.from = path_in(m, mp3, m->arena),
                      .format = {m->timeline->channel_count, kbps},
                      .beg_frame = part->beg_frame,
                      .end_frame = part->end_frame,
                      .id3_tag = tag_of_part(m, part),
                      .to = sound_of(book, part, m->arena)};
        if (!cut_mp3(&cut, *m->arena, err))
            return false;
    }
    return true;
}

static bool make_book(const Making *m, Str mp3, Book *book, Error *err)
{
    const char *folder = path_in(m, STR("daisy"), m->arena);
    Times *colophon = ALLOC(m->arena, Times, 1);
    if (!make_folders(folder, err) || !speak_colophon(m, folder, STR("colophon"), colophon, err))
        return false;
    lay_out_book(m, colophon, book);
    book->sound_folder = folder;
    return cut_parts(m, book, mp3, err);
}

enum { BOOK_STEPS = 3 };

static bool step(const Making *m, int done)
{
    tell_done(m, done, BOOK_STEPS);
    return true;
}

static bool write_books(Making *m, Error *err)
{
    Str mp3, epub = str_format(m->arena, "%.*s.epub", STR_ARG(m->slug));
    Book book;
    if (!have_mp3(m, &mp3, err))
        return false;
    begin_part(m, "books");
    return make_book(m, mp3, &book, err) && step(m, 1) && write_daisy(m, &book, err) &&
           step(m, 2) && write_epub(m, &book, path_in(m, epub, m->arena), err) &&
           list_file(m, epub, err) && step(m, BOOK_STEPS);
}

static bool write_accessible(Making *m, Error *err)
{
    return write_texts(m, WRITERS, COUNT(WRITERS), err) && write_books(m, err);
}

const Edition ACCESSIBLE_EDITION = {"accessible", write_accessible, .page = true};
