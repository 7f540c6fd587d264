// Tables of a page: which are tables, and how their cells stand below each other.
#ifndef LECTERN_READ_HTML_TABLES_H
#define LECTERN_READ_HTML_TABLES_H

#include "read/tree.h"

// False: the table only puts things side by side, as pages and letters do: it has no
// header, and one row, one column, a table in it or whole paragraphs in its cells.
// Linear in the table without the tables in it.
bool is_data_table(const Node *table);

// The row names the columns.
bool is_header_row(const Node *row);

enum { COLUMNS_MAX = 32 };

// Where the cells of a row come to stand, with those that reach down from above.
typedef struct {
    unsigned column;             // the next free one
    unsigned below[COLUMNS_MAX]; // rows that a cell still reaches down
} Columns;

void begin_row(Columns *columns);
// The column of the cell, from 0; the next one stands behind all that this one covers.
unsigned place_cell(Columns *columns, const Node *cell);

#endif
