#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "commands/command.h"
#include "publish/audition.h"

static const char *role_name(VoiceRole role)
{
    return role == ROLE_NARRATOR ? "narrator" : role == ROLE_NOBODY ? "nobody" : "speaker";
}

static void print_voice(const Voice *v, bool as_json)
{
    if (!as_json) {
        printf("%-12.*s %-8s %3d  %-9s %.*s\n", STR_ARG(v->id), GENDER_NAMES[v->gender], v->age,
               role_name(v->role), STR_ARG(v->description));
        return;
    }
    Json json = {.out = stdout};
    json_open(&json, '{');
    json_put_str(&json, "id", v->id);
    json_put_str(&json, "gender", str_from(GENDER_NAMES[v->gender]));
    json_put_int(&json, "age", v->age);
    json_put_str(&json, "role", str_from(role_name(v->role)));
    json_put_str(&json, "description", v->description);
    json_put_str(&json, "engine", v->engine);
    json_put_int(&json, "rate_wpm", v->rate_wpm);
    json_close(&json, '}');
    putchar('\n');
}

// The voices that are named, or all.
static bool choose_voices(const Settings *s, const Voices *all, Voices *chosen, Error *err)
{
    *chosen = *all;
    if (s->inputs.count == 0)
        return true;
    chosen->items.items = NULL;
    chosen->items.count = chosen->items.capacity = 0;
    for (uint32_t i = 0; i < s->inputs.count; i++) {
        const Voice *voice = find_voice(all, str_from(s->inputs.items[i]));
        if (!voice)
            return fail(err, ERR_USAGE, (Span){0}, "no voice is called \"%.60s\"",
                        s->inputs.items[i]);
        *PUSH(&chosen->items, s->arena) = *voice;
    }
    return true;
}

static int run(Settings *settings, Arena *arena)
{
    Voices all, chosen;
    Error err = {0};
    bool ok = open_voices(settings, &all, &err) && choose_voices(settings, &all, &chosen, &err);
    if (ok && settings->audition)
        ok = write_audition(&chosen, settings->pipeline.read.language, settings->audition, arena,
                            &err);
    if (!ok) {
        tell_error(NULL, NULL, &err);
        return (int)err.kind;
    }
    for (uint32_t i = 0; i < chosen.items.count && !settings->audition; i++)
        print_voice(&chosen.items.items[i], settings->json);
    return 0;
}

const Command voices_command = {
    "voices",
    FOR_VOICES,
    "[VOICE...]",
    "A VOICE is a name of the list.",
    "lists voices; --audition FILE.wav speaks a sample of each",
    "Without VOICE: all of them.\n"
    "\n"
    "  lectern voices\n"
    "  lectern voices --audition sample.wav fern marlow\n"
    "  lectern voices --audition sample.wav --language de\n",
    run,
};
