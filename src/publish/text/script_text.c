// The script for people to read and edit: what phrase/sheet.h reads.
#include "phrase/sheet.h"
#include "publish/text/script.h"

static const char HELP[] =
    "# A lectern script. It can be edited and narrated: lectern narrate --script FILE\n"
    "# NAME: text        who says it; (quote) or (narration) may stand behind the name\n"
    "#     = words       how it is said, where that is not as it is written\n"
    "#     pause 800 ms  silence behind the line\n"
    "#     language fr   that the line is spoken in, where it is not the article's\n"
    "# - (reason) text   is not spoken. Put \"- \" before a line to leave it out, or write\n"
    "#                   NAME: in place of - (reason) to have it spoken.\n"
    "# The text itself is the article's and cannot be changed here.\n";

static void put_cast(FILE *out, const Cast *cast, const Str *names)
{
    fputs("\n[cast]\n", out);
    for (uint32_t i = 0; i < cast->script->speakers.count; i++) {
        const Speaker *speaker = &cast->script->speakers.items[i];
        fprintf(out, "%.*s = %.*s, %s", STR_ARG(names[i]), STR_ARG(cast->voices[i]->id),
                SPEAKER_KIND_NAMES[speaker->kind]);
        if (speaker->gender != GENDER_UNKNOWN)
            fprintf(out, ", %s", GENDER_NAMES[speaker->gender]);
        putc('\n', out);
    }
}

static void put_line(FILE *out, const Reading *reading, const Str *names, const SheetEntry *entry,
                     Arena scratch)
{
    const Line *line = entry->line;
    const Speaker *speaker = &reading->cast->script->speakers.items[line->speaker];
    Str name = names[line->speaker], spoken = flat_text(line->spoken, &scratch);
    const char *kind = line->kind == usual_kind(speaker->kind) ? ""
                       : line->kind == UTTERANCE_QUOTE         ? " (quote)"
                                                               : " (narration)";
    fprintf(out, "%.*s%s: %.*s\n", STR_ARG(name), kind, STR_ARG(entry->text));
    if (!str_equal(entry->text, spoken))
        fprintf(out, "    = %.*s\n", STR_ARG(spoken));
    if (line->language.len)
        fprintf(out, "    language %.*s\n", STR_ARG(line->language));
    if (line->pause_given)
        fprintf(out, "    pause %d ms\n", line->pause_ms);
}

void write_script_text(FILE *out, const Reading *reading, Arena scratch)
{
    const Article *article = reading_article(reading);
    const Str *names = list_names(reading->cast->script, &scratch);
    fputs(HELP, out);
    put_cast(out, reading->cast, names);
    fputs("\n[script]\n", out);
    SheetEntries entries = list_entries(reading, &scratch);
    for (uint32_t i = 0; i < entries.items.count; i++) {
        const SheetEntry *entry = &entries.items.items[i];
        if (entry->paragraph && i > 0)
            putc('\n', out);
        if (entry->line)
            put_line(out, reading, names, entry, scratch);
        else
            fprintf(out, "- (%s) %.*s\n", entry->reason, STR_ARG(entry->text));
    }
    Str name = flat_text(article->source->name, &scratch);
    Str text = escape_article(article->decoded, &scratch);
    fprintf(out, "\n[article %.*s]\n", STR_ARG(name));
    fwrite(text.data, 1, text.len, out);
}
