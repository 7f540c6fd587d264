#include "newsroom/show.h"

#include <stddef.h>
#include <sys/stat.h>

#include "base/ini.h"

// Apple's list of 2026, "Category: subcategories"; case matters.
static const char *const CATEGORIES[][2] = {
    {"Arts", "Books|Design|Fashion & Beauty|Food|Performing Arts|Visual Arts"},
    {"Business", "Careers|Entrepreneurship|Investing|Management|Marketing|Non-Profit"},
    {"Comedy", "Comedy Interviews|Improv|Stand-Up"},
    {"Education", "Courses|How To|Language Learning|Self-Improvement"},
    {"Fiction", "Comedy Fiction|Drama|Science Fiction"},
    {"Government", ""},
    {"History", ""},
    {"Health & Fitness", "Alternative Health|Fitness|Medicine|Mental Health|Nutrition|Sexuality"},
    {"Kids & Family", "Education for Kids|Parenting|Pets & Animals|Stories for Kids"},
    {"Leisure", "Animation & Manga|Automotive|Aviation|Crafts|Games|Hobbies|Home & Garden|"
                "Video Games"},
    {"Music", "Music Commentary|Music History|Music Interviews"},
    {"News", "Business News|Daily News|Entertainment News|News Commentary|Politics|Sports News|"
             "Tech News"},
    {"Religion & Spirituality", "Buddhism|Christianity|Hinduism|Islam|Judaism|Religion|"
                                "Spirituality"},
    {"Science", "Astronomy|Chemistry|Earth Sciences|Life Sciences|Mathematics|Natural Sciences|"
                "Nature|Physics|Social Sciences"},
    {"Society & Culture", "Documentary|Personal Journals|Philosophy|Places & Travel|"
                          "Relationships"},
    {"Sports", "Baseball|Basketball|Cricket|Fantasy Sports|Football|Golf|Hockey|Rugby|Running|"
               "Soccer|Swimming|Tennis|Volleyball|Wilderness|Wrestling"},
    {"Technology", ""},
    {"True Crime", ""},
    {"TV & Film", "After Shows|Film History|Film Interviews|Film Reviews|TV Reviews"},
};

// Podcasting 2.0, `medium`, of those that are read aloud.
static const char *const MEDIA[] = {"podcast", "audiobook", "newsletter", "blog", "course"};

static bool stands_in(Str name, const char *list)
{
    for (Str rest = str_from(list); rest.len;) {
        size_t end = str_find(rest, STR("|"));
        if (str_equal(str_slice(rest, 0, end), name))
            return true;
        rest = str_slice(rest, end + 1, rest.len);
    }
    return false;
}

static bool is_category(Str s)
{
    size_t slash = str_find(s, STR(" / "));
    for (size_t i = 0; i < COUNT(CATEGORIES); i++)
        if (str_equal(str_slice(s, 0, slash), str_from(CATEGORIES[i][0])))
            return slash == s.len || stands_in(str_slice(s, slash + 3, s.len), CATEGORIES[i][1]);
    return false;
}

static bool is_medium(Str s)
{
    for (size_t i = 0; i < COUNT(MEDIA); i++)
        if (str_equal(s, str_from(MEDIA[i])))
            return true;
    return false;
}

static bool is_web_address(Str s)
{
    return str_starts(s, STR("https://")) || str_starts(s, STR("http://"));
}

static bool is_plain_file(Str s)
{
    return s.data[0] != '.' && !memchr(s.data, '/', s.len) &&
           (str_ends(s, STR(".png")) || str_ends(s, STR(".jpg")));
}

typedef enum { FIELD_TEXT, FIELD_TRUTH, FIELD_LOCK } FieldKind;

static const struct {
    const char *key;
    size_t at; // of the field in Show
    FieldKind kind;
    bool (*is_right)(Str value); // NULL: anything
    const char *wanted;
} FIELDS[] = {
    {"title", offsetof(Show, title), FIELD_TEXT, NULL, NULL},
    {"description", offsetof(Show, description), FIELD_TEXT, NULL, NULL},
    {"link", offsetof(Show, link), FIELD_TEXT, is_web_address, "an address"},
    {"language", offsetof(Show, language), FIELD_TEXT, NULL, NULL},
    {"author", offsetof(Show, author), FIELD_TEXT, NULL, NULL},
    {"owner_name", offsetof(Show, owner_name), FIELD_TEXT, NULL, NULL},
    {"owner_email", offsetof(Show, owner_email), FIELD_TEXT, NULL, NULL},
    {"category", offsetof(Show, category), FIELD_TEXT, is_category,
     "a category of Apple's list, as in \"News\" or \"News / Politics\""},
    {"copyright", offsetof(Show, copyright), FIELD_TEXT, NULL, NULL},
    {"license", offsetof(Show, license), FIELD_TEXT, NULL, NULL},
    {"license_url", offsetof(Show, license_url), FIELD_TEXT, is_web_address, "an address"},
    {"medium", offsetof(Show, medium), FIELD_TEXT, is_medium,
     "podcast, audiobook, newsletter, blog or course"},
    {"guid", offsetof(Show, guid), FIELD_TEXT, NULL, NULL},
    {"image", offsetof(Show, image), FIELD_TEXT, is_plain_file,
     "a .png or .jpg file beside the episodes"},
    {"explicit", offsetof(Show, is_explicit), FIELD_TRUTH, NULL, NULL},
    {"private", offsetof(Show, is_private), FIELD_TRUTH, NULL, NULL},
    {"locked", offsetof(Show, unlocked), FIELD_LOCK, NULL, NULL},
};

typedef struct {
    Show *show;
    Arena *arena;
} Filling;

static bool set_truth(bool *field, bool yes_means, Str value, Error *err)
{
    bool yes = str_equal(value, STR("yes")), no = str_equal(value, STR("no"));
    *field = yes ? yes_means : !yes_means;
    return yes || no || fail(err, ERR_USAGE, (Span){0}, "yes or no is wanted");
}

static bool set_field(void *context, const char *section, const char *key, const char *value,
                      Error *err)
{
    const Filling *f = context;
    (void)section;
    for (size_t i = 0; i < COUNT(FIELDS); i++) {
        if (strcmp(FIELDS[i].key, key) != 0)
            continue;
        char *field = (char *)f->show + FIELDS[i].at;
        Str text = str_copy(str_trim(str_from(value)), f->arena);
        if (FIELDS[i].kind != FIELD_TEXT)
            return set_truth((bool *)(void *)field, FIELDS[i].kind == FIELD_TRUTH, text, err);
        if (text.len && FIELDS[i].is_right && !FIELDS[i].is_right(text))
            return fail(err, ERR_USAGE, (Span){0}, "%s: %s is wanted", key, FIELDS[i].wanted);
        *(Str *)(void *)field = text;
        return true;
    }
    return fail(err, ERR_USAGE, (Span){0}, "unknown key %.40s", key);
}

// The value that most episodes have; of several the first.
static Str most_common(const FinishedEpisodes *episodes, size_t field)
{
    Str best = {0};
    uint32_t most = 0;
    for (uint32_t i = 0; i < episodes->count; i++) {
        Str value = *(const Str *)(const void *)((const char *)&episodes->items[i] + field);
        uint32_t count = 0;
        for (uint32_t k = i; k < episodes->count && value.len; k++)
            count += str_equal(
                value, *(const Str *)(const void *)((const char *)&episodes->items[k] + field));
        if (count > most) {
            most = count;
            best = value;
        }
    }
    return best;
}

static void find_rest(Show *show, Str address, const FinishedEpisodes *episodes, Arena *arena)
{
    Str publisher = most_common(episodes, offsetof(FinishedEpisode, publisher));
    set_once(&show->title, publisher);
    set_once(&show->title, STR("Articles read aloud"));
    set_once(&show->author, publisher);
    set_once(&show->author, show->title);
    set_once(&show->link, address);
    set_once(&show->language, most_common(episodes, offsetof(FinishedEpisode, language)));
    set_once(&show->language, STR("en"));
    set_once(&show->category, STR("News"));
    set_once(&show->medium, STR("newsletter"));
    set_once(&show->description,
             str_format(arena, "%.*s, read aloud by synthetic voices.", STR_ARG(show->title)));
}

static const char *ini_path(const char *folder, Arena *arena)
{
    return str_c(str_format(arena, "%s/show.ini", folder), arena);
}

bool has_show(const char *folder, Arena scratch)
{
    struct stat st;
    return stat(ini_path(folder, &scratch), &st) == 0;
}

bool read_show(const char *folder, Str address, const FinishedEpisodes *episodes, Arena *arena,
               Show *out, Error *err)
{
    *out = (Show){0};
    Filling filling = {out, arena};
    bool found;
    if (!read_ini(ini_path(folder, arena), set_field, &filling, &found, err))
        return false;
    find_rest(out, address, episodes, arena);
    return true;
}
