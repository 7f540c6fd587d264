// A mail taken apart: RFC 5322, MIME (RFC 2045 to 2047, 2231, 3676).
#ifndef LECTERN_READ_MAIL_MIME_H
#define LECTERN_READ_MAIL_MIME_H

#include "base/error.h"

typedef struct {
    Str name, value; // the value as it stands, folded over lines
} Field;
typedef LIST(Field) Fields;

typedef struct {
    Str type;          // in small letters: "text/html"
    Str charset;       // empty: not said
    Str encoding;      // in small letters: "base64"; empty: none
    Str boundary;      // of a multipart
    Str name;          // of a file; empty: none
    bool attached;     // it wants to be saved, not shown
    bool flowed, tied; // format=flowed; DelSp=yes
    Str body;          // bytes of the mail, still encoded
    uint32_t parent;   // the part that it is in; of the first: itself
} Part;

typedef struct {
    Fields fields;    // of the mail itself
    LIST(Part) parts; // in order; the first is the whole
} Mail;

// The length of a field's name at the head of a line, 0 where there is none.
size_t field_name_len(Str line);

// Whether a text that begins so is a mail, or a mailbox of mails.
bool is_mail_head(Str head);
bool is_mail_field(Str name);

// Refuses (ERR_ARTICLE) mailboxes of several mails, heads of more than 1 MiB, and more
// parts, or parts in each other, than mails have. Linear.
NODISCARD bool parse_mail(Str bytes, Arena *arena, Mail *out, Error *err);

// The value of a field on one line, encoded words decoded, control characters blank.
// Empty: there is no such field.
Str mail_field(const Mail *mail, const char *name, Arena *arena);

bool is_multipart(const Part *part);

// The bytes of a part, freed of their transfer encoding.
Str part_bytes(const Part *part, Arena *arena);

// The words of a part in UTF-8 with LF line ends and no other controls; flowed lines are
// joined. Fails (ERR_ARTICLE) where they are no text.
NODISCARD bool part_text(const Part *part, Arena *arena, Str *out, Error *err);

#endif
