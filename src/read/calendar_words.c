#include "read/calendar_words.h"

#include <stdlib.h>

// Sorted by bytes: nominative, genitive and what is written short, of English, German, French,
// Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech, Slovak,
// Turkish, Russian, Ukrainian, Bulgarian, Greek, Hungarian, Romanian, Catalan, Croatian,
// Lithuanian, Latvian, Estonian, Indonesian, Arabic, Hebrew, Hindi. "Listopad" is November, as
// in Polish, Czech and Ukrainian; in Croatian it would be October.
static const struct Month {
    const char *word;
    int month;
} MONTHS[] = {
    {"abr", 4}, {"abril", 4}, {"ago", 8}, {"agost", 8}, {"agosto", 8}, {"agustus", 8},
    {"aout", 8}, {"août", 8}, {"apr", 4}, {"april", 4}, {"aprile", 4}, {"aprilie", 4},
    {"aprill", 4}, {"apríl", 4}, {"apríla", 4}, {"aprīlis", 4}, {"aprīlī", 4}, {"ara", 12},
    {"aralık", 12}, {"aug", 8}, {"august", 8}, {"augusti", 8}, {"augusts", 8}, {"augustus", 8},
    {"augustā", 8}, {"augusztus", 8}, {"avr", 4}, {"avril", 4}, {"ağu", 8}, {"ağustos", 8},
    {"balandžio", 4}, {"birželio", 6}, {"březen", 3}, {"března", 3}, {"cze", 6}, {"czerwca", 6},
    {"czerwiec", 6}, {"dec", 12}, {"december", 12}, {"decembra", 12}, {"decembre", 12},
    {"decembrie", 12}, {"decembris", 12}, {"decembrī", 12}, {"des", 12}, {"desember", 12},
    {"desembre", 12}, {"detsember", 12}, {"dez", 12}, {"dezember", 12}, {"dezembro", 12},
    {"dic", 12}, {"dicembre", 12}, {"diciembre", 12}, {"duben", 4}, {"dubna", 4}, {"déc", 12},
    {"décembre", 12}, {"eki", 10}, {"ekim", 10}, {"elo", 8}, {"elokuu", 8}, {"elokuuta", 8},
    {"ene", 1}, {"enero", 1}, {"eyl", 9}, {"eylül", 9}, {"feb", 2}, {"febbraio", 2},
    {"feber", 2}, {"febrer", 2}, {"febrero", 2}, {"februar", 2}, {"februari", 2},
    {"februarie", 2}, {"february", 2}, {"február", 2}, {"februára", 2}, {"februāris", 2},
    {"februārī", 2}, {"fev", 2}, {"fevereiro", 2}, {"fevrier", 2}, {"fév", 2}, {"févr", 2},
    {"février", 2}, {"gegužės", 5}, {"gen", 1}, {"gener", 1}, {"gennaio", 1}, {"giu", 6},
    {"giugno", 6}, {"gru", 12}, {"grudnia", 12}, {"grudzień", 12}, {"gruodžio", 12}, {"haz", 6},
    {"haziran", 6}, {"heinä", 7}, {"heinäkuu", 7}, {"heinäkuuta", 7}, {"helmi", 2},
    {"helmikuu", 2}, {"helmikuuta", 2}, {"huhti", 4}, {"huhtikuu", 4}, {"huhtikuuta", 4},
    {"ian", 1}, {"ianuarie", 1}, {"iul", 7}, {"iulie", 7}, {"iun", 6}, {"iunie", 6},
    {"jaanuar", 1}, {"jan", 1}, {"janeiro", 1}, {"januar", 1}, {"januari", 1}, {"january", 1},
    {"január", 1}, {"januára", 1}, {"janv", 1}, {"janvier", 1}, {"janvāris", 1}, {"janvārī", 1},
    {"joulu", 12}, {"joulukuu", 12}, {"joulukuuta", 12}, {"juil", 7}, {"juillet", 7},
    {"juin", 6}, {"jul", 7}, {"julho", 7}, {"juli", 7}, {"julio", 7}, {"juliol", 7}, {"july", 7},
    {"jun", 6}, {"june", 6}, {"junho", 6}, {"juni", 6}, {"junio", 6}, {"juny", 6}, {"juuli", 7},
    {"juuni", 6}, {"jän", 1}, {"jänner", 1}, {"júl", 7}, {"júla", 7}, {"július", 7}, {"jún", 6},
    {"júna", 6}, {"június", 6}, {"jūlijs", 7}, {"jūlijā", 7}, {"jūnijs", 6}, {"jūnijā", 6},
    {"kas", 11}, {"kasım", 11}, {"kesä", 6}, {"kesäkuu", 6}, {"kesäkuuta", 6}, {"kolovoza", 8},
    {"kovo", 3}, {"květen", 5}, {"května", 5}, {"kwi", 4}, {"kwiecień", 4}, {"kwietnia", 4},
    {"lapkričio", 11}, {"leden", 1}, {"ledna", 1}, {"liepos", 7}, {"lip", 7}, {"lipca", 7},
    {"lipiec", 7}, {"lipnja", 6}, {"lis", 11}, {"listopad", 11}, {"listopada", 11}, {"loka", 10},
    {"lokakuu", 10}, {"lokakuuta", 10}, {"lug", 7}, {"luglio", 7}, {"lut", 2}, {"lutego", 2},
    {"luty", 2}, {"maalis", 3}, {"maaliskuu", 3}, {"maaliskuuta", 3}, {"maart", 3}, {"mag", 5},
    {"maggio", 5}, {"mai", 5}, {"maig", 5}, {"maijs", 5}, {"maijā", 5}, {"maio", 5}, {"maj", 5},
    {"maja", 5}, {"mar", 3}, {"marca", 3}, {"march", 3}, {"marec", 3}, {"maret", 3},
    {"marras", 11}, {"marraskuu", 11}, {"marraskuuta", 11}, {"mars", 3}, {"mart", 3},
    {"martie", 3}, {"marts", 3}, {"marzec", 3}, {"marzo", 3}, {"març", 3}, {"março", 3},
    {"may", 5}, {"mayo", 5}, {"mayıs", 5}, {"mei", 5}, {"mrt", 3}, {"máj", 5}, {"mája", 5},
    {"május", 5}, {"márc", 3}, {"március", 3}, {"mär", 3}, {"märts", 3}, {"märz", 3}, {"nis", 4},
    {"nisan", 4}, {"noi", 11}, {"noiembrie", 11}, {"nov", 11}, {"november", 11},
    {"novembra", 11}, {"novembre", 11}, {"novembris", 11}, {"novembro", 11}, {"novembrī", 11},
    {"noviembre", 11}, {"oca", 1}, {"ocak", 1}, {"oct", 10}, {"october", 10}, {"octobre", 10},
    {"octombrie", 10}, {"octubre", 10}, {"okt", 10}, {"oktober", 10}, {"oktobris", 10},
    {"oktobrī", 10}, {"október", 10}, {"októbra", 10}, {"ott", 10}, {"ottobre", 10}, {"out", 10},
    {"outubro", 10}, {"ožujka", 3}, {"paź", 10}, {"październik", 10}, {"października", 10},
    {"prosinca", 12}, {"prosince", 12}, {"prosinec", 12}, {"rugpjūčio", 8}, {"rugsėjo", 9},
    {"rujna", 9}, {"sausio", 1}, {"sep", 9}, {"sept", 9}, {"september", 9}, {"septembra", 9},
    {"septembre", 9}, {"septembrie", 9}, {"septembris", 9}, {"septembrī", 9}, {"septiembre", 9},
    {"set", 9}, {"setembre", 9}, {"setembro", 9}, {"setiembre", 9}, {"sett", 9},
    {"settembre", 9}, {"sie", 8}, {"sierpień", 8}, {"sierpnia", 8}, {"siječnja", 1},
    {"spalio", 10}, {"srpen", 8}, {"srpna", 8}, {"srpnja", 7}, {"studenog", 11},
    {"studenoga", 11}, {"sty", 1}, {"styczeń", 1}, {"stycznia", 1}, {"svibnja", 5}, {"syys", 9},
    {"syyskuu", 9}, {"syyskuuta", 9}, {"szept", 9}, {"szeptember", 9}, {"tammi", 1},
    {"tammikuu", 1}, {"tammikuuta", 1}, {"tem", 7}, {"temmuz", 7}, {"touko", 5}, {"toukokuu", 5},
    {"toukokuuta", 5}, {"travnja", 4}, {"vasario", 2}, {"veebruar", 2}, {"veljače", 2},
    {"wrz", 9}, {"wrzesień", 9}, {"września", 9}, {"září", 9}, {"ápr", 4}, {"április", 4},
    {"únor", 2}, {"února", 2}, {"červen", 6}, {"července", 7}, {"červenec", 7}, {"června", 6},
    {"říjen", 10}, {"října", 10}, {"şub", 2}, {"şubat", 2}, {"απρ", 4}, {"απρίλιος", 4},
    {"απριλίου", 4}, {"αυγ", 8}, {"αυγούστου", 8}, {"αύγουστος", 8}, {"δεκ", 12},
    {"δεκέμβριος", 12}, {"δεκεμβρίου", 12}, {"ιαν", 1}, {"ιανουάριος", 1}, {"ιανουαρίου", 1},
    {"ιουλ", 7}, {"ιουλίου", 7}, {"ιουν", 6}, {"ιουνίου", 6}, {"ιούλιος", 7}, {"ιούνιος", 6},
    {"μάι", 5}, {"μάιος", 5}, {"μάρ", 3}, {"μάρτιος", 3}, {"μαΐου", 5}, {"μαρ", 3},
    {"μαρτίου", 3}, {"μαϊ", 5}, {"νοέμβριος", 11}, {"νοε", 11}, {"νοεμβρίου", 11}, {"οκτ", 10},
    {"οκτωβρίου", 10}, {"οκτώβριος", 10}, {"σεπ", 9}, {"σεπτέμβριος", 9}, {"σεπτεμβρίου", 9},
    {"φεβ", 2}, {"φεβρουάριος", 2}, {"φεβρουαρίου", 2}, {"авг", 8}, {"август", 8},
    {"августа", 8}, {"апр", 4}, {"апрель", 4}, {"апреля", 4}, {"април", 4}, {"бер", 3},
    {"березень", 3}, {"березня", 3}, {"вер", 9}, {"вересень", 9}, {"вересня", 9}, {"груд", 12},
    {"грудень", 12}, {"грудня", 12}, {"дек", 12}, {"декабрь", 12}, {"декабря", 12},
    {"декември", 12}, {"жовт", 10}, {"жовтень", 10}, {"жовтня", 10}, {"июл", 7}, {"июль", 7},
    {"июля", 7}, {"июн", 6}, {"июнь", 6}, {"июня", 6}, {"квіт", 4}, {"квітень", 4},
    {"квітня", 4}, {"лип", 7}, {"липень", 7}, {"липня", 7}, {"лист", 11}, {"листопад", 11},
    {"листопада", 11}, {"лют", 2}, {"лютий", 2}, {"лютого", 2}, {"май", 5}, {"мар", 3},
    {"март", 3}, {"марта", 3}, {"мая", 5}, {"ноември", 11}, {"ноя", 11}, {"нояб", 11},
    {"ноябрь", 11}, {"ноября", 11}, {"окт", 10}, {"октомври", 10}, {"октябрь", 10},
    {"октября", 10}, {"сен", 9}, {"сент", 9}, {"сентябрь", 9}, {"сентября", 9}, {"септември", 9},
    {"серп", 8}, {"серпень", 8}, {"серпня", 8}, {"січ", 1}, {"січень", 1}, {"січня", 1},
    {"трав", 5}, {"травень", 5}, {"травня", 5}, {"фев", 2}, {"февр", 2}, {"февраль", 2},
    {"февраля", 2}, {"февруари", 2}, {"черв", 6}, {"червень", 6}, {"червня", 6}, {"юли", 7},
    {"юни", 6}, {"янв", 1}, {"январь", 1}, {"января", 1}, {"януари", 1}, {"אוגוסט", 8},
    {"אוקטובר", 10}, {"אפריל", 4}, {"באוגוסט", 8}, {"באוקטובר", 10}, {"באפריל", 4},
    {"בדצמבר", 12}, {"ביולי", 7}, {"ביוני", 6}, {"בינואר", 1}, {"במאי", 5}, {"במרץ", 3},
    {"בנובמבר", 11}, {"בספטמבר", 9}, {"בפברואר", 2}, {"דצמבר", 12}, {"יולי", 7}, {"יוני", 6},
    {"ינואר", 1}, {"מאי", 5}, {"מרץ", 3}, {"נובמבר", 11}, {"ספטמבר", 9}, {"פברואר", 2},
    {"أبريل", 4}, {"أغسطس", 8}, {"أكتوبر", 10}, {"ابريل", 4}, {"اغسطس", 8}, {"اكتوبر", 10},
    {"ديسمبر", 12}, {"سبتمبر", 9}, {"فبراير", 2}, {"مارس", 3}, {"مايو", 5}, {"نوفمبر", 11},
    {"يناير", 1}, {"يوليو", 7}, {"يونيو", 6}, {"अक्टूबर", 10}, {"अक्तूबर", 10}, {"अगस्त", 8},
    {"अप्रैल", 4}, {"जनवरी", 1}, {"जुलाई", 7}, {"जून", 6}, {"दिसंबर", 12}, {"नवंबर", 11},
    {"फरवरी", 2}, {"फ़रवरी", 2}, {"मई", 5}, {"मार्च", 3}, {"सितंबर", 9},
};

static const char *const WEEKDAYS[] = {
    "csütörtök", "cuma", "cumartesi", "czwartek", "di", "dienstag", "dim", "dimanche", "dinsdag",
    "do", "dom", "domenica", "domingo", "donderdag", "donnerstag", "duminică", "feira", "fr",
    "fredag", "freitag", "fri", "friday", "gio", "giovedì", "hétfő", "jeu", "jeudi", "joi",
    "jue", "jueves", "kedd", "keskiviikko", "keskiviikkona", "lauantai", "lauantaina", "lun",
    "lundi", "lunedì", "lunes", "luni", "lördag", "lørdag", "ma", "maanantai", "maanantaina",
    "maandag", "mandag", "mar", "mardi", "martedì", "martes", "marți", "mer", "mercoledì",
    "mercredi", "mi", "miercuri", "mittwoch", "mié", "miércoles", "mo", "mon", "monday",
    "montag", "måndag", "neděle", "niedziela", "onsdag", "pazar", "pazartesi", "perjantai",
    "perjantaina", "perşembe", "piątek", "pondělí", "poniedziałek", "pátek", "péntek", "qua",
    "quarta", "quarta-feira", "qui", "quinta", "quinta-feira", "sa", "sab", "sabato", "salı",
    "sam", "samedi", "samstag", "sat", "saturday", "seg", "segunda", "segunda-feira", "sex",
    "sexta", "sexta-feira", "so", "sobota", "sonnabend", "sonntag", "středa", "sun", "sunday",
    "sunnuntai", "sunnuntaina", "szerda", "szombat", "sáb", "sábado", "sâmbătă", "söndag",
    "søndag", "ter", "terça", "terça-feira", "thu", "thur", "thurs", "thursday", "tiistai",
    "tiistaina", "tirsdag", "tisdag", "torsdag", "torstai", "torstaina", "tue", "tues",
    "tuesday", "vasárnap", "ven", "vendredi", "venerdì", "vie", "viernes", "vineri", "vr",
    "vrijdag", "wed", "wednesday", "wo", "woensdag", "wtorek", "za", "zaterdag", "zo", "zondag",
    "çarşamba", "úterý", "čtvrtek", "środa", "δευτέρα", "κυριακή", "πέμπτη", "παρασκευή",
    "σάββατο", "τετάρτη", "τρίτη", "воскресенье", "вс", "вт", "вторник", "вівторок", "неділя",
    "пн", "понедельник", "понеділок", "пт", "пятница", "сб", "середа", "ср", "среда", "суббота",
    "субота", "четвер", "четверг", "чт",
};

// What may stand around a day in a line that tells nothing else: "Published on", "Uhr", "MST".
static const char *const FILLERS[] = {
    "a", "a.m", "actualizada", "actualizado", "actualizat", "aggiornamento", "aggiornato",
    "aktualisiert", "aktualisierung", "aktualizacja", "aktualizováno", "alle", "am", "ano", "ao",
    "at", "atualizada", "atualizado", "bijgewerkt", "bst", "cdt", "cest", "cet", "created",
    "cst", "ct", "data", "date", "datum", "de", "del", "den", "der", "dodano", "edition", "edt",
    "el", "em", "er", "erschienen", "erstellt", "est", "et", "fecha", "first", "frissítve",
    "gepubliceerd", "gewijzigd", "giriş", "gmt", "godz", "güncelleme", "güncellenme", "h",
    "heure", "horas", "hrs", "il", "ist", "jour", "jst", "julkaistu", "kl", "klo", "klockan",
    "klokken", "la", "las", "last", "le", "mdt", "megjelent", "min", "mis", "mise", "modifica",
    "modificado", "modified", "modifié", "mst", "mt", "nd", "ngày", "năm", "of",
    "offentliggjort", "om", "on", "op", "opdateret", "oppdatert", "opublikowano", "ora", "ore",
    "p.m", "pdt", "pm", "posted", "print", "pst", "pt", "pubblicato", "publicada", "publicado",
    "publicat", "publicação", "publicerad", "publicerat", "publikováno", "publisert",
    "published", "publiziert", "publié", "publiée", "päivitetty", "r", "rd", "release", "roku",
    "saat", "son", "st", "stand", "tarihi", "th", "time", "udgivet", "uhr", "ultima", "um",
    "updated", "uppdaterad", "uppdaterat", "utc", "uur", "veröffentlicht", "vom", "vydáno",
    "yayınlanma", "year", "z", "zuletzt", "à", "às", "δημοσιεύθηκε", "ενημέρωση", "ενημερώθηκε",
    "στις", "в", "г", "год", "года", "дата", "о", "обновлено", "оновлено", "опубликовано",
    "опубліковано", "р", "року",
};

static int compare_month(const void *key, const void *item)
{
    return str_compare_c(*(const Str *)key, ((const struct Month *)item)->word);
}

int month_of_word(Str word)
{
    const struct Month *found =
        bsearch(&word, MONTHS, COUNT(MONTHS), sizeof *MONTHS, compare_month);
    return found ? found->month : 0;
}

bool is_weekday_word(Str word)
{
    return str_in_sorted(word, WEEKDAYS, COUNT(WEEKDAYS));
}

bool is_date_filler(Str word)
{
    return str_in_sorted(word, FILLERS, COUNT(FILLERS));
}
