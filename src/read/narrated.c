#include "read/narrated.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "read/furniture.h"
#include "read/marks.h"
#include "read/pictographs.h"
#include "read/reader.h"
#include "read/repeats.h"

// Largest table that a listener can hold in mind.
enum { TABLE_ROWS = 8, TABLE_COLUMNS = 4 };

typedef struct {
    Article *article;
    Arena *arena;
    bool *dropped; // by block
    bool full, brief;
} Pass;

static Block *block_at(const Pass *p, uint32_t i)
{
    return &p->article->blocks.items[i];
}

static Str block_str(const Pass *p, uint32_t i)
{
    return str_span(p->article->text, block_at(p, i)->span);
}

static void drop_block(Pass *p, uint32_t i, const char *reason)
{
    if (p->dropped[i])
        return;
    p->dropped[i] = true;
    add_drop(p->article, p->arena, block_at(p, i)->span, reason);
}

static void add_notice(Pass *p, uint32_t at, NoticeKind kind, uint32_t number, Str text)
{
    *PUSH(&p->article->notices, p->arena) =
        (Notice){.at = at, .kind = kind, .number = number, .text = text};
}

// Marks the blocks that a reader has dropped whole.
static void find_dropped(Pass *p)
{
    uint32_t d = 0;
    const Article *a = p->article;
    for (uint32_t i = 0; i < a->blocks.count; i++) {
        Span span = a->blocks.items[i].span;
        while (d < a->drops.count && a->drops.items[d].span.end <= span.beg)
            d++;
        p->dropped[i] = d < a->drops.count && a->drops.items[d].span.beg <= span.beg &&
                        a->drops.items[d].span.end >= span.end;
    }
}

// --- what comes twice

static bool may_repeat_title(const Block *block)
{
    return block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH;
}

static void drop_repeated_titles(Pass *p)
{
    for (uint32_t i = 0; i < p->article->blocks.count; i++)
        if (may_repeat_title(block_at(p, i)) && !p->dropped[i] &&
            same_words(block_str(p, i), p->article->title))
            drop_block(p, i, "title again");
}

static bool is_prose(const Pass *p, uint32_t i)
{
    BlockKind kind = block_at(p, i)->kind;
    return !p->dropped[i] && (kind == BLOCK_PARAGRAPH || kind == BLOCK_LIST_ITEM) &&
           block_at(p, i)->role == ROLE_NONE;
}

// A standfirst that the first paragraph says once more.
static void drop_repeated_standfirsts(Pass *p)
{
    uint32_t first = 0, count = p->article->blocks.count;
    while (first < count && !is_prose(p, first))
        first++;
    for (uint32_t i = 0; i < first && first < count; i++)
        if (block_at(p, i)->role == ROLE_STANDFIRST &&
            begins_with_words(block_str(p, first), block_str(p, i)))
            drop_block(p, i, "standfirst that the first paragraph repeats");
}

// What was put in large type beside the text is heard where it stands in it.
static void drop_pull_quotes(Pass *p)
{
    bool any = false;
    for (uint32_t i = 0; i < p->article->blocks.count; i++)
        any |= block_at(p, i)->kind == BLOCK_QUOTE && !p->dropped[i];
    if (!any)
        return;
    Repeats *repeats = new_repeats(p->arena);
    for (uint32_t i = 0; i < p->article->blocks.count; i++) {
        if (is_prose(p, i))
            add_prose(repeats, block_str(p, i));
        else if (block_at(p, i)->kind == BLOCK_QUOTE && !p->dropped[i])
            ask_repeat(repeats, block_str(p, i), i);
    }
    find_repeats(repeats);
    for (uint32_t i = 0; i < p->article->blocks.count; i++)
        if (is_repeated(repeats, i))
            drop_block(p, i, "pull quote");
}

// --- sections of the page

// What stands below "Related stories": links, each a line that ends no sentence.
static bool is_link_line(const Pass *p, uint32_t i)
{
    const Block *block = block_at(p, i);
    bool kind = block->kind == BLOCK_LIST_ITEM || block->kind == BLOCK_PARAGRAPH;
    Str s = block_str(p, i);
    return kind && block->role == ROLE_NONE && s.len < 160 && !strchr(".!", s.data[s.len - 1]);
}

static void drop_page_sections(Pass *p)
{
    const char *reason = NULL; // of the section that is being left out
    for (uint32_t i = 0; i < p->article->blocks.count; i++) {
        const Block *block = block_at(p, i);
        if (p->dropped[i])
            continue;
        const char *head = block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH
                               ? page_heading_reason(block_str(p, i))
                               : NULL;
        if (head)
            reason = head;
        else if (!reason || !is_link_line(p, i))
            reason = NULL;
        if (reason)
            drop_block(p, i, reason);
    }
}

// --- tables

// One past the last block of the group that begins at i.
static uint32_t group_end(const Pass *p, uint32_t i)
{
    uint32_t group = block_at(p, i)->group, end = i + 1;
    while (group && end < p->article->blocks.count && block_at(p, end)->group == group)
        end++;
    return end;
}

typedef struct {
    Span *items;
    uint32_t count;
} Cells;

// The cells of a row: its parts between the drops that part them.
static Cells cells_of(const Pass *p, uint32_t i, uint32_t *drop)
{
    const Article *a = p->article;
    Span row = block_at(p, i)->span;
    uint32_t at = row.beg, last;
    while (*drop < a->drops.count && a->drops.items[*drop].span.end <= row.beg)
        ++*drop;
    for (last = *drop; last < a->drops.count && a->drops.items[last].span.beg < row.end;)
        last++;
    Cells cells = {ALLOC(p->arena, Span, last - *drop + 1), 0};
    for (; *drop < a->drops.count && a->drops.items[*drop].span.beg < row.end; ++*drop) {
        if (strcmp(a->drops.items[*drop].reason, CELL_MARK) != 0)
            continue;
        cells.items[cells.count++] = (Span){at, a->drops.items[*drop].span.beg};
        at = a->drops.items[*drop].span.end;
    }
    cells.items[cells.count++] = (Span){at, row.end};
    return cells;
}

static Str cell_str(const Pass *p, const Cells *cells, uint32_t i)
{
    return i < cells->count ? str_trim(str_span(p->article->text, cells->items[i])) : (Str){0};
}

// "Street: Orchard Road, Benches: 9."
static void name_cells(Pass *p, const Cells *header, const Cells *row)
{
    for (uint32_t c = 0; c < row->count; c++) {
        Str name = cell_str(p, header, c), value = cell_str(p, row, c);
        if (name.len && value.len)
            add_notice(p,
                       row->items[c].beg +
                           (uint32_t)(value.data - (p->article->text.data + row->items[c].beg)),
                       NOTICE_CELL, 0, name);
    }
}

static Str table_caption(Pass *p, uint32_t beg, uint32_t end)
{
    uint32_t beside[] = {beg > 0 ? beg - 1 : end, end};
    for (uint32_t k = 0; k < COUNT(beside); k++)
        if (beside[k] < p->article->blocks.count &&
            block_at(p, beside[k])->role == ROLE_TABLE_CAPTION) {
            drop_block(p, beside[k], "table caption");
            return strip_table_label(block_str(p, beside[k]));
        }
    return (Str){0};
}

static void leave_table_out(Pass *p, uint32_t beg, uint32_t end, uint32_t rows)
{
    if (!p->brief)
        add_notice(p, block_at(p, beg)->span.beg, NOTICE_TABLE, rows, table_caption(p, beg, end));
    else
        (void)table_caption(p, beg, end);
    for (uint32_t i = beg; i < end; i++)
        drop_block(p, i, "table");
}

static void take_table(Pass *p, uint32_t beg, uint32_t end, uint32_t *drop)
{
    const Block *first = block_at(p, beg);
    bool headed = first->role == ROLE_TABLE_HEADER;
    uint32_t rows = end - beg - headed;
    Cells header = cells_of(p, beg, drop);
    bool small = headed && rows > 0 && rows <= TABLE_ROWS && header.count <= TABLE_COLUMNS;
    if (p->brief || (!p->full && !small)) {
        leave_table_out(p, beg, end, rows);
        return;
    }
    if (!headed || rows == 0)
        return;
    drop_block(p, beg, "table header, said with each cell");
    for (uint32_t i = beg + 1; i < end; i++) {
        Cells row = cells_of(p, i, drop);
        name_cells(p, &header, &row);
    }
}

static void take_tables(Pass *p)
{
    uint32_t drop = 0;
    for (uint32_t i = 0; i < p->article->blocks.count;) {
        uint32_t end = group_end(p, i);
        if (block_at(p, i)->kind == BLOCK_TABLE && !p->dropped[i])
            take_table(p, i, end, &drop);
        i = end;
    }
}

// --- block by block

// Why a block is left out of the standard reading; NULL: it is not.
static const char *standard_reason(const Pass *p, uint32_t i)
{
    const Block *block = block_at(p, i);
    switch (block->role) {
    case ROLE_DATE:
        return "date line";
    case ROLE_COPYRIGHT:
        return "copyright line";
    case ROLE_AUTHOR_TITLE:
        return "author's title";
    case ROLE_IMAGE:
        return "image";
    case ROLE_PHOTO_CREDIT:
        return "photo credit";
    case ROLE_FOOTNOTE:
        return is_citation(block_str(p, i)) ? "citation" : NULL;
    case ROLE_EDITOR:
    case ROLE_STANDFIRST:
    case ROLE_TABLE_HEADER:
    case ROLE_TABLE_CAPTION:
    case ROLE_NONE:
        break;
    }
    if (block->kind == BLOCK_CAPTION)
        return "caption";
    return block->kind == BLOCK_CODE ? "code sample" : NULL;
}

// A brief reading has title, standfirst, paragraphs, and what honesty asks for.
static const char *brief_reason(const Pass *p, uint32_t i)
{
    static const char *const REASONS[BLOCK_KINDS] = {
        [BLOCK_BYLINE] = "byline, in a brief reading",
        [BLOCK_HEADING] = "heading, in a brief reading",
        [BLOCK_QUOTE] = "block quote, in a brief reading",
        [BLOCK_LIST_ITEM] = "list, in a brief reading",
        [BLOCK_TABLE] = "table",
        [BLOCK_NOTE] = "note, in a brief reading",
    };
    const char *reason = standard_reason(p, i);
    const Block *block = block_at(p, i);
    if (reason || block->role == ROLE_EDITOR || block->role == ROLE_STANDFIRST)
        return reason;
    return REASONS[block->kind];
}

// What is left out even where all is told.
static const char *full_reason(const Pass *p, uint32_t i)
{
    const Block *block = block_at(p, i);
    if (block->role == ROLE_PHOTO_CREDIT)
        return "photo credit";
    if (block->role == ROLE_COPYRIGHT)
        return "copyright line, said at the end";
    if (block->role == ROLE_IMAGE && is_file_name(block_str(p, i)))
        return "image without a description";
    bool captioned = block->role == ROLE_IMAGE && i + 1 < p->article->blocks.count &&
                     block_at(p, i + 1)->kind == BLOCK_CAPTION &&
                     block_at(p, i + 1)->role == ROLE_NONE;
    return captioned && same_words(block_str(p, i), block_str(p, i + 1)) ? "image, as its caption"
                                                                         : NULL;
}

static void drop_by_rule(Pass *p)
{
    for (uint32_t i = 0; i < p->article->blocks.count; i++) {
        if (p->dropped[i])
            continue;
        const Block *block = block_at(p, i);
        const char *reason = p->full    ? full_reason(p, i)
                             : p->brief ? brief_reason(p, i)
                                        : standard_reason(p, i);
        if (!reason)
            continue;
        drop_block(p, i, reason);
        if (block->kind == BLOCK_CODE && !p->brief)
            add_notice(p, block->span.beg, NOTICE_CODE, 0, (Str){0});
        if (block->role == ROLE_COPYRIGHT && p->full)
            add_notice(p, (uint32_t)p->article->text.len, NOTICE_TEXT, 0, block_str(p, i));
    }
}

// --- what is announced where all is told

static uint32_t count_items(const Pass *p, uint32_t beg, uint32_t end)
{
    uint32_t count = 0;
    for (uint32_t i = beg; i < end; i++)
        count += block_at(p, i)->level == 1 && !block_at(p, i)->goes_on && !p->dropped[i];
    return count;
}

static void announce(Pass *p, uint32_t beg, uint32_t end)
{
    const Block *block = block_at(p, beg);
    uint32_t at = block->span.beg, items = 0;
    switch (block->kind) {
    case BLOCK_HEADING:
        add_notice(p, at, NOTICE_SECTION, 0, (Str){0});
        return;
    case BLOCK_CAPTION:
        add_notice(p, at, block->role == ROLE_IMAGE ? NOTICE_IMAGE : NOTICE_CAPTION, 0, (Str){0});
        return;
    case BLOCK_QUOTE:
        add_notice(p, at, NOTICE_QUOTE, 0, (Str){0});
        add_notice(p, block_at(p, end - 1)->span.end, NOTICE_QUOTE_END, 0, (Str){0});
        return;
    case BLOCK_LIST_ITEM:
        items = count_items(p, beg, end);
        if (items > 1)
            add_notice(p, at, NOTICE_LIST, items, (Str){0});
        return;
    case BLOCK_PARAGRAPH:
    case BLOCK_TITLE:
    case BLOCK_BYLINE:
    case BLOCK_CREDIT:
    case BLOCK_TABLE:
    case BLOCK_CODE:
    case BLOCK_NOTE:
        return;
    }
}

static void announce_all(Pass *p)
{
    for (uint32_t i = 0; i < p->article->blocks.count;) {
        uint32_t end = group_end(p, i);
        if (!p->dropped[i])
            announce(p, i, end);
        i = end;
    }
}

// "WASHINGTON (AP) -" is cut from the first paragraph; the place may be told.
static Str place_of_dateline(Str dateline)
{
    size_t end = str_find(dateline, STR("("));
    static const char *const DASHES[] = {"\xE2\x80\x94", "\xE2\x80\x93", "--", " - ", " _"};
    for (size_t i = 0; i < COUNT(DASHES); i++) {
        size_t dash = str_find(dateline, str_from(DASHES[i]));
        end = dash < end ? dash : end;
    }
    Str place = str_trim(str_slice(dateline, 0, end));
    while (place.len && strchr(",-_ ", place.data[place.len - 1]))
        place.len--;
    return place;
}

static void announce_datelines(Pass *p)
{
    for (uint32_t i = 0; i < p->article->drops.count; i++) {
        const Drop *drop = &p->article->drops.items[i];
        if (strcmp(drop->reason, DATELINE) != 0)
            continue;
        Str place = place_of_dateline(str_span(p->article->text, drop->span));
        if (place.len)
            add_notice(p, drop->span.beg, NOTICE_TEXT, 0, place);
    }
}

// Once for a block, however many stand in it.
static void announce_formulas(Pass *p)
{
    uint32_t d = 0;
    const Article *a = p->article;
    for (uint32_t i = 0; i < a->blocks.count && !p->brief; i++) {
        Span block = a->blocks.items[i].span;
        while (d < a->drops.count && a->drops.items[d].span.beg < block.beg)
            d++;
        for (bool told = false; d < a->drops.count && a->drops.items[d].span.beg < block.end; d++) {
            const Drop *drop = &a->drops.items[d];
            if (drop->reason == FORMULA && !told)
                add_notice(p, drop->span.beg, NOTICE_FORMULA, 0, (Str){0});
            told |= drop->reason == FORMULA;
        }
    }
}

void select_narrated(Article *article, Arena *arena)
{
    sort_drops(article);
    Pass p = {.article = article,
              .arena = arena,
              .dropped = ALLOC(arena, bool, article->blocks.count),
              .full = article->detail == DETAIL_FULL,
              .brief = article->detail == DETAIL_BRIEF};
    find_dropped(&p);
    announce_formulas(&p);
    drop_page_sections(&p);
    drop_repeated_titles(&p);
    drop_repeated_standfirsts(&p);
    drop_pull_quotes(&p);
    sort_drops(article);
    take_tables(&p);
    drop_by_rule(&p);
    if (p.full) {
        announce_all(&p);
        announce_datelines(&p);
    }
}

// "[^note-a]:" is called "note a".
static Str note_name(Str mark)
{
    size_t beg = 0;
    while (beg < mark.len && strchr("[^ ", mark.data[beg]))
        beg++;
    Str name = str_slice(mark, beg, mark.len);
    name = str_slice(name, 0, str_find(name, STR("]")));
    if (str_starts(name, STR("note")) && name.len > 4)
        name = str_trim(str_slice(name, 4, name.len));
    while (name.len && strchr("-_ ", name.data[0]))
        name = str_slice(name, 1, name.len);
    return name;
}

// The names of a run of pictographs, each once: "ship, sailboat". Empty where they have none.
static Str pictograph_names(Str run, Arena *arena)
{
    Buf names = new_buf(arena);
    uint32_t last = 0;
    for (uint32_t i = 0; i < run.len;) {
        Char c = utf8_at(run, i);
        i += c.len;
        if (c.code >= 0x1F1E6 && c.code <= 0x1F1FF) { // two letters are a flag
            if (last < 0x1F1E6 || last > 0x1F1FF)
                buf_add(&names, names.len ? STR(", flag") : STR("flag"));
            buf_char(&names, ' ');
            buf_char(&names, (char)('A' + (c.code - 0x1F1E6)));
            last = c.code;
            continue;
        }
        const char *name = c.code == last ? NULL : pictograph_name(c.code);
        if (!name)
            continue;
        if (names.len)
            buf_add(&names, STR(", "));
        buf_add(&names, str_from(name));
        last = c.code;
    }
    return buf_str(&names);
}

static bool is_english_text(Str language)
{
    return language.len == 0 || str_starts(language, STR("en"));
}

static int compare_notices(const void *a, const void *b)
{
    const Notice *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return (int)x->kind - (int)y->kind;
}

// Who wrote a post that is left out need not be told.
static void drop_lost_posts(Article *article)
{
    uint32_t kept = 0, d = 0;
    for (uint32_t i = 0; i < article->notices.count; i++) {
        Notice notice = article->notices.items[i];
        while (d < article->drops.count && article->drops.items[d].span.end <= notice.at)
            d++;
        bool lost = notice.kind == NOTICE_POST && d < article->drops.count &&
                    article->drops.items[d].span.beg <= notice.at;
        if (!lost)
            article->notices.items[kept++] = notice;
    }
    article->notices.count = kept;
}

void finish_notices(Article *article, Arena *arena)
{
    for (uint32_t i = 0; article->detail == DETAIL_FULL && i < article->drops.count; i++) {
        const Drop *drop = &article->drops.items[i];
        if (drop->reason == PICTOGRAPH && is_english_text(article->language)) {
            Str names = pictograph_names(str_span(article->text, drop->span), arena);
            if (names.len)
                *PUSH(&article->notices, arena) =
                    (Notice){.at = drop->span.beg, .kind = NOTICE_PICTOGRAPH, .text = names};
        }
        if (strcmp(drop->reason, NOTE_MARK) == 0)
            *PUSH(&article->notices, arena) =
                (Notice){.at = drop->span.beg,
                         .kind = NOTICE_NOTE,
                         .text = note_name(str_span(article->text, drop->span))};
    }
    if (article->notices.count)
        qsort(article->notices.items, article->notices.count, sizeof *article->notices.items,
              compare_notices);
    drop_lost_posts(article);
}
