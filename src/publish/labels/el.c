#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_EL = {
    .language = "el",
    .words = {
        [LABEL_ABOUT] = "Σχετικά με αυτή την έκδοση",
        [LABEL_READING_OF] = "Διαβάζεται το κείμενο «{0}», συντάκτης: {1}.",
        [LABEL_READING_ALONE] = "Διαβάζεται το κείμενο «{0}».",
        [LABEL_PUBLISHER] = "Εκδότης: {0}.",
        [LABEL_SOURCE] = "Πηγή: {0}",
        [LABEL_RIGHTS] = "Δικαιώματα: {0}",
        [LABEL_VOICES] = "Φωνές: {0}.",
        [LABEL_VOICES_MORE] = "Φωνές: {0} και άλλες.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "Ένα σημείο του άρθρου δεν διαβάζεται και δεν εμφανίζεται· το αναφέρουν η σελίδα και η αναφορά αυτού του επεισοδίου.",
        [LABEL_LEFT_OUT_MANY] = "Σημεία του άρθρου που δεν διαβάζονται και δεν εμφανίζονται: {0}· τα αναφέρουν η σελίδα και η αναφορά αυτού του επεισοδίου.",
        [LABEL_DISCLOSURE] = "Διαβάζουν συνθετικές φωνές: ομιλία που παράγεται από υπολογιστή ({0}), όχι ηχογραφήσεις των προσώπων που αναφέρονται.",
        [LABEL_READ_ALOUD] = "Ένα άρθρο που διαβάζεται μεγαλόφωνα.",
        [LABEL_TEXT_BY] = "Κείμενο: {0}",
        [LABEL_AUTHOR] = "ο συντάκτης του άρθρου",
        [LABEL_UNTITLED] = "Χωρίς τίτλο",
        [LABEL_INTRODUCTION] = "Εισαγωγή",
        [LABEL_TITLE_BY] = "{0}, συντάκτης: {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (συνθετική φωνή)",
        [LABEL_READ_BY] = "Διαβάζουν συνθετικές φωνές",
        [LABEL_CONTENTS] = "Περιεχόμενα",
        [LABEL_LANDMARKS] = "Ορόσημα",
        [LABEL_ACCESSIBILITY] = "Όλο το κείμενο διαβάζεται από συνθετικές φωνές και επισημαίνεται καθώς ακούγεται· τα παραθέματα έχουν δικές τους φωνές και δηλώνουν στους αναγνώστες οθόνης ποιος μιλάει. Το βιβλίο διαβάζεται μόνο με τα μάτια, μόνο με την ακοή ή μόνο με την αφή. Υπάρχουν περιεχόμενα.",
        [LABEL_NARRATOR] = "Αφήγηση",
        [LABEL_UNKNOWN] = "Άγνωστη φωνή",
    },
};
