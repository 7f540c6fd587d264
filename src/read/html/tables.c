#include "read/html/tables.h"

enum { LONG_CELL = 220 }; // bytes of text that are a paragraph and no cell

typedef struct {
    unsigned rows, columns, most_columns, headers, paragraphs;
    size_t cell, longest; // bytes of text
    bool nested, captioned;
} Measure;

static void count_node(Measure *m, const Node *n)
{
    Shape shape = shape_of(n->tag);
    if (shape == SHAPE_ROW) {
        m->rows++;
        m->columns = 0;
    } else if (shape == SHAPE_CELL) {
        m->columns++;
        m->headers += n->tag == TAG_TH;
        m->cell = m->paragraphs = 0;
    } else if (n->tag == TAG_TEXT) {
        m->cell += n->text.len;
    } else if (n->tag == TAG_P || shape == SHAPE_HEADING || shape == SHAPE_QUOTE) {
        m->paragraphs++;
    }
    m->captioned |= n->tag == TAG_CAPTION;
    m->most_columns = m->columns > m->most_columns ? m->columns : m->most_columns;
    m->longest = m->cell > m->longest ? m->cell : m->longest;
    if (m->paragraphs > 1 && m->longest < LONG_CELL && m->cell > LONG_CELL / 2)
        m->longest = LONG_CELL;
}

static Measure measure(const Node *table)
{
    Measure m = {0};
    for (const Node *n = table->first; n;) {
        bool inner = n->tag == TAG_TABLE;
        m.nested |= inner;
        if (!inner)
            count_node(&m, n);
        n = inner ? next_beside(n, table) : next_node(n, table);
    }
    return m;
}

bool is_data_table(const Node *table)
{
    Str role = attribute(table, "role");
    if (has_word(role, STR("presentation")) || has_word(role, STR("none")))
        return false;
    Measure m = measure(table);
    if (m.nested || m.rows == 0)
        return false;
    if (m.headers || m.captioned)
        return m.rows > 1 || m.headers;
    return m.rows > 1 && m.most_columns > 1 && m.longest < LONG_CELL;
}

bool is_header_row(const Node *row)
{
    if (row->parent && row->parent->tag == TAG_THEAD)
        return true;
    unsigned cells = 0;
    for (const Node *n = row->first; n; n = n->next) {
        if (n->tag == TAG_TD)
            return false;
        cells += n->tag == TAG_TH;
    }
    return cells > 0;
}

static unsigned span_of(const Node *cell, const char *name)
{
    Str s = attribute(cell, name);
    unsigned value = 0;
    for (size_t i = 0; i < s.len && i < 4 && is_digit(s.data[i]); i++)
        value = value * 10 + (unsigned)(s.data[i] - '0');
    return value ? value : 1;
}

void begin_row(Columns *columns)
{
    columns->column = 0;
}

static bool is_taken(const Columns *columns)
{
    return columns->column < COLUMNS_MAX && columns->below[columns->column] > 0;
}

unsigned place_cell(Columns *columns, const Node *cell)
{
    for (; is_taken(columns); columns->column++)
        columns->below[columns->column]--;
    unsigned column = columns->column;
    unsigned wide = span_of(cell, "colspan"), down = span_of(cell, "rowspan") - 1;
    for (unsigned i = 0; i < wide && columns->column < COLUMNS_MAX; i++, columns->column++)
        columns->below[columns->column] = down;
    return column;
}
