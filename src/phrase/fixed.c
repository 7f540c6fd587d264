#include "phrase/fixed.h"

#include "base/language.h"
#include "base/utf8.h"

// English stands first: it is what other languages fall back to.
static const FixedPhrases PHRASES[] = {
    {
        .language = "en",
        .by = "By",
        .for_whom = "for",
        .disclosure = "Read by a computer-generated voice.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "End quote.",
                [NOTICE_SECTION] = "Section:",
                [NOTICE_QUOTE] = "Quote:",
                [NOTICE_LIST] = "A list of %n items.",
                [NOTICE_TABLE] = "A table of %n rows is left out.",
                [NOTICE_CODE] = "A code sample is left out.",
                [NOTICE_IMAGE] = "Image:",
                [NOTICE_CAPTION] = "Caption:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Note %t.",
                [NOTICE_FORMULA] = "A formula is left out.",
                [NOTICE_POST] = "%t wrote on %w:",
            },
        .captioned_table = "A table, %t, %n rows, is left out.",
    },
    {
        .language = "de",
        .by = "Von",
        .for_whom = "für",
        .disclosure = "Gelesen von einer computergenerierten Stimme.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Ende des Zitats.",
                [NOTICE_SECTION] = "Abschnitt:",
                [NOTICE_QUOTE] = "Zitat:",
                [NOTICE_LIST] = "Eine Liste mit %n Punkten.",
                [NOTICE_TABLE] = "Eine Tabelle mit %n Zeilen ist ausgelassen.",
                [NOTICE_CODE] = "Ein Codebeispiel ist ausgelassen.",
                [NOTICE_IMAGE] = "Bild:",
                [NOTICE_CAPTION] = "Bildunterschrift:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Anmerkung %t.",
                [NOTICE_FORMULA] = "Eine Formel ist ausgelassen.",
                [NOTICE_POST] = "%t schrieb auf %w:",
            },
        .captioned_table = "Eine Tabelle, %t, %n Zeilen, ist ausgelassen.",
    },
    {
        .language = "es",
        .by = "Por",
        .for_whom = "para",
        .disclosure = "Leído por una voz generada por ordenador.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Fin de la cita.",
                [NOTICE_SECTION] = "Sección:",
                [NOTICE_QUOTE] = "Cita:",
                [NOTICE_LIST] = "Una lista de %n puntos.",
                [NOTICE_TABLE] = "Se omite una tabla de %n filas.",
                [NOTICE_CODE] = "Se omite una muestra de código.",
                [NOTICE_IMAGE] = "Imagen:",
                [NOTICE_CAPTION] = "Pie de foto:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Nota %t.",
                [NOTICE_FORMULA] = "Se omite una fórmula.",
                [NOTICE_POST] = "%t escribió en %w:",
            },
        .captioned_table = "Se omite una tabla, %t, de %n filas.",
    },
    {
        .language = "fr",
        .by = "Par",
        .for_whom = "pour",
        .disclosure = "Lu par une voix générée par ordinateur.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Fin de citation.",
                [NOTICE_SECTION] = "Section :",
                [NOTICE_QUOTE] = "Citation :",
                [NOTICE_LIST] = "Une liste de %n points.",
                [NOTICE_TABLE] = "Un tableau de %n lignes est omis.",
                [NOTICE_CODE] = "Un extrait de code est omis.",
                [NOTICE_IMAGE] = "Image :",
                [NOTICE_CAPTION] = "Légende :",
                [NOTICE_CELL] = "%t :",
                [NOTICE_NOTE] = "Note %t.",
                [NOTICE_FORMULA] = "Une formule est omise.",
                [NOTICE_POST] = "%t a écrit sur %w :",
            },
        .captioned_table = "Un tableau, %t, %n lignes, est omis.",
    },
    {
        .language = "it",
        .by = "Di",
        .for_whom = "per",
        .disclosure = "Letto da una voce generata dal computer.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Fine della citazione.",
                [NOTICE_SECTION] = "Sezione:",
                [NOTICE_QUOTE] = "Citazione:",
                [NOTICE_LIST] = "Un elenco di %n punti.",
                [NOTICE_TABLE] = "Si omette una tabella di %n righe.",
                [NOTICE_CODE] = "Si omette un esempio di codice.",
                [NOTICE_IMAGE] = "Immagine:",
                [NOTICE_CAPTION] = "Didascalia:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Nota %t.",
                [NOTICE_FORMULA] = "Si omette una formula.",
                [NOTICE_POST] = "%t ha scritto su %w:",
            },
        .captioned_table = "Si omette una tabella, %t, di %n righe.",
    },
    {
        .language = "nl",
        .by = "Door",
        .for_whom = "voor",
        .disclosure = "Voorgelezen door een computerstem.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Einde citaat.",
                [NOTICE_SECTION] = "Paragraaf:",
                [NOTICE_QUOTE] = "Citaat:",
                [NOTICE_LIST] = "Een lijst van %n punten.",
                [NOTICE_TABLE] = "Een tabel van %n rijen is weggelaten.",
                [NOTICE_CODE] = "Een codevoorbeeld is weggelaten.",
                [NOTICE_IMAGE] = "Afbeelding:",
                [NOTICE_CAPTION] = "Bijschrift:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Noot %t.",
                [NOTICE_FORMULA] = "Een formule is weggelaten.",
                [NOTICE_POST] = "%t schreef op %w:",
            },
        .captioned_table = "Een tabel, %t, %n rijen, is weggelaten.",
    },
    {
        .language = "pt",
        .by = "Por",
        .for_whom = "para",
        .disclosure = "Lido por uma voz gerada por computador.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Fim da citação.",
                [NOTICE_SECTION] = "Seção:",
                [NOTICE_QUOTE] = "Citação:",
                [NOTICE_LIST] = "Uma lista de %n itens.",
                [NOTICE_TABLE] = "Uma tabela de %n linhas foi omitida.",
                [NOTICE_CODE] = "Um exemplo de código foi omitido.",
                [NOTICE_IMAGE] = "Imagem:",
                [NOTICE_CAPTION] = "Legenda:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Nota %t.",
                [NOTICE_FORMULA] = "Uma fórmula é omitida.",
                [NOTICE_POST] = "%t escreveu no %w:",
            },
        .captioned_table = "Uma tabela, %t, %n linhas, foi omitida.",
    },
    {
        .language = "sv",
        .by = "Av",
        .for_whom = "för",
        .disclosure = "Uppläst av en datorgenererad röst.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Slut på citatet.",
                [NOTICE_SECTION] = "Avsnitt:",
                [NOTICE_QUOTE] = "Citat:",
                [NOTICE_LIST] = "En lista med %n punkter.",
                [NOTICE_TABLE] = "En tabell med %n rader har utelämnats.",
                [NOTICE_CODE] = "Ett kodexempel har utelämnats.",
                [NOTICE_IMAGE] = "Bild:",
                [NOTICE_CAPTION] = "Bildtext:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Not %t.",
            },
        .captioned_table = "En tabell, %t, med %n rader har utelämnats.",
    },
    {
        .language = "da",
        .by = "Af",
        .for_whom = "for",
        .disclosure = "Læst op af en computergenereret stemme.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Citat slut.",
                [NOTICE_SECTION] = "Afsnit:",
                [NOTICE_QUOTE] = "Citat:",
                [NOTICE_LIST] = "En liste med %n punkter.",
                [NOTICE_TABLE] = "En tabel med %n rækker er udeladt.",
                [NOTICE_CODE] = "Et kodeeksempel er udeladt.",
                [NOTICE_IMAGE] = "Billede:",
                [NOTICE_CAPTION] = "Billedtekst:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Note %t.",
            },
        .captioned_table = "En tabel, %t, med %n rækker er udeladt.",
    },
    {
        .language = "no",
        .by = "Av",
        .for_whom = "for",
        .disclosure = "Lest opp av en datagenerert stemme.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Sitat slutt.",
                [NOTICE_SECTION] = "Avsnitt:",
                [NOTICE_QUOTE] = "Sitat:",
                [NOTICE_LIST] = "En liste med %n punkter.",
                [NOTICE_TABLE] = "En tabell med %n rader er utelatt.",
                [NOTICE_CODE] = "Et kodeeksempel er utelatt.",
                [NOTICE_IMAGE] = "Bilde:",
                [NOTICE_CAPTION] = "Bildetekst:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Note %t.",
            },
        .captioned_table = "En tabell, %t, med %n rader er utelatt.",
    },
    {
        .language = "fi",
        .by = "Kirjoittanut",
        .for_whom = "julkaisija",
        .disclosure = "Tekstin lukee tietokoneella tuotettu ääni.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Lainaus päättyy.",
                [NOTICE_SECTION] = "Osio:",
                [NOTICE_QUOTE] = "Lainaus:",
                [NOTICE_LIST] = "Luettelo, jossa on %n kohtaa.",
                [NOTICE_TABLE] = "Taulukko, jossa on %n riviä, on jätetty pois.",
                [NOTICE_CODE] = "Koodiesimerkki on jätetty pois.",
                [NOTICE_IMAGE] = "Kuva:",
                [NOTICE_CAPTION] = "Kuvateksti:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Viite %t.",
            },
        .captioned_table = "Taulukko, %t, %n riviä, on jätetty pois.",
    },
    {
        .language = "pl",
        .by = "Autor:",
        .for_whom = "dla",
        .disclosure = "Czyta głos wygenerowany komputerowo.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Koniec cytatu.",
                [NOTICE_SECTION] = "Rozdział:",
                [NOTICE_QUOTE] = "Cytat:",
                [NOTICE_LIST] = "Lista, liczba punktów: %n.",
                [NOTICE_TABLE] = "Pominięto tabelę, liczba wierszy: %n.",
                [NOTICE_CODE] = "Pominięto przykład kodu.",
                [NOTICE_IMAGE] = "Ilustracja:",
                [NOTICE_CAPTION] = "Podpis:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Przypis %t.",
            },
        .captioned_table = "Pominięto tabelę, %t, liczba wierszy: %n.",
    },
    {
        .language = "cs",
        .by = "Autor:",
        .for_whom = "pro",
        .disclosure = "Čte počítačem vytvořený hlas.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Konec citátu.",
                [NOTICE_SECTION] = "Oddíl:",
                [NOTICE_QUOTE] = "Citát:",
                [NOTICE_LIST] = "Seznam, počet položek: %n.",
                [NOTICE_TABLE] = "Tabulka je vynechána, počet řádků: %n.",
                [NOTICE_CODE] = "Ukázka kódu je vynechána.",
                [NOTICE_IMAGE] = "Obrázek:",
                [NOTICE_CAPTION] = "Popisek:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Poznámka %t.",
            },
        .captioned_table = "Tabulka, %t, je vynechána, počet řádků: %n.",
    },
    {
        .language = "sk",
        .by = "Autor:",
        .for_whom = "pre",
        .disclosure = "Číta počítačom vytvorený hlas.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Koniec citátu.",
                [NOTICE_SECTION] = "Oddiel:",
                [NOTICE_QUOTE] = "Citát:",
                [NOTICE_LIST] = "Zoznam, počet položiek: %n.",
                [NOTICE_TABLE] = "Tabuľka je vynechaná, počet riadkov: %n.",
                [NOTICE_CODE] = "Ukážka kódu je vynechaná.",
                [NOTICE_IMAGE] = "Obrázok:",
                [NOTICE_CAPTION] = "Popis:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Poznámka %t.",
            },
        .captioned_table = "Tabuľka, %t, je vynechaná, počet riadkov: %n.",
    },
    {
        .language = "hr",
        .by = "Autor:",
        .for_whom = "za",
        .disclosure = "Čita računalno stvoren glas.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Kraj citata.",
                [NOTICE_SECTION] = "Odjeljak:",
                [NOTICE_QUOTE] = "Citat:",
                [NOTICE_LIST] = "Popis, broj stavki: %n.",
                [NOTICE_TABLE] = "Tablica je izostavljena, broj redaka: %n.",
                [NOTICE_CODE] = "Primjer koda je izostavljen.",
                [NOTICE_IMAGE] = "Slika:",
                [NOTICE_CAPTION] = "Opis slike:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Bilješka %t.",
            },
        .captioned_table = "Tablica, %t, je izostavljena, broj redaka: %n.",
    },
    {
        .language = "tr",
        .by = "Yazan:",
        .for_whom = "yayımlayan",
        .disclosure = "Bilgisayarda üretilmiş bir ses okuyor.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Alıntı sonu.",
                [NOTICE_SECTION] = "Bölüm:",
                [NOTICE_QUOTE] = "Alıntı:",
                [NOTICE_LIST] = "%n maddelik bir liste.",
                [NOTICE_TABLE] = "%n satırlık bir tablo atlandı.",
                [NOTICE_CODE] = "Bir kod örneği atlandı.",
                [NOTICE_IMAGE] = "Görsel:",
                [NOTICE_CAPTION] = "Resim yazısı:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Not %t.",
            },
        .captioned_table = "%n satırlık bir tablo, %t, atlandı.",
    },
    {
        .language = "ru",
        .by = "Автор:",
        .for_whom = "для издания",
        .disclosure = "Читает голос, созданный компьютером.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Конец цитаты.",
                [NOTICE_SECTION] = "Раздел:",
                [NOTICE_QUOTE] = "Цитата:",
                [NOTICE_LIST] = "Список, пунктов: %n.",
                [NOTICE_TABLE] = "Таблица пропущена, строк: %n.",
                [NOTICE_CODE] = "Пример кода пропущен.",
                [NOTICE_IMAGE] = "Изображение:",
                [NOTICE_CAPTION] = "Подпись:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Примечание %t.",
            },
        .captioned_table = "Таблица, %t, пропущена, строк: %n.",
    },
    {
        .language = "uk",
        .by = "Автор:",
        .for_whom = "для видання",
        .disclosure = "Читає голос, створений комп'ютером.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Кінець цитати.",
                [NOTICE_SECTION] = "Розділ:",
                [NOTICE_QUOTE] = "Цитата:",
                [NOTICE_LIST] = "Список, пунктів: %n.",
                [NOTICE_TABLE] = "Таблицю пропущено, рядків: %n.",
                [NOTICE_CODE] = "Приклад коду пропущено.",
                [NOTICE_IMAGE] = "Зображення:",
                [NOTICE_CAPTION] = "Підпис:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Примітка %t.",
            },
        .captioned_table = "Таблицю, %t, пропущено, рядків: %n.",
    },
    {
        .language = "bg",
        .by = "Автор:",
        .for_whom = "за",
        .disclosure = "Чете глас, създаден от компютър.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Край на цитата.",
                [NOTICE_SECTION] = "Раздел:",
                [NOTICE_QUOTE] = "Цитат:",
                [NOTICE_LIST] = "Списък, точки: %n.",
                [NOTICE_TABLE] = "Пропусната е таблица, редове: %n.",
                [NOTICE_CODE] = "Пропуснат е пример с код.",
                [NOTICE_IMAGE] = "Изображение:",
                [NOTICE_CAPTION] = "Надпис:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Бележка %t.",
            },
        .captioned_table = "Пропусната е таблица, %t, редове: %n.",
    },
    {
        .language = "el",
        .by = "Του συντάκτη",
        .for_whom = "για",
        .disclosure = "Διαβάζει φωνή που παράγεται από υπολογιστή.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Τέλος παραθέματος.",
                [NOTICE_SECTION] = "Ενότητα:",
                [NOTICE_QUOTE] = "Παράθεμα:",
                [NOTICE_LIST] = "Κατάλογος με %n στοιχεία.",
                [NOTICE_TABLE] = "Παραλείπεται πίνακας με %n γραμμές.",
                [NOTICE_CODE] = "Παραλείπεται δείγμα κώδικα.",
                [NOTICE_IMAGE] = "Εικόνα:",
                [NOTICE_CAPTION] = "Λεζάντα:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Σημείωση %t.",
            },
        .captioned_table = "Παραλείπεται πίνακας, %t, με %n γραμμές.",
    },
    {
        .language = "hu",
        .by = "Írta:",
        .for_whom = "kiadja",
        .disclosure = "Számítógéppel előállított hang olvassa fel.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Idézet vége.",
                [NOTICE_SECTION] = "Szakasz:",
                [NOTICE_QUOTE] = "Idézet:",
                [NOTICE_LIST] = "Felsorolás, %n pont.",
                [NOTICE_TABLE] = "Egy %n soros táblázat kimarad.",
                [NOTICE_CODE] = "Egy kódrészlet kimarad.",
                [NOTICE_IMAGE] = "Kép:",
                [NOTICE_CAPTION] = "Képaláírás:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "%t. jegyzet.",
            },
        .captioned_table = "Egy %n soros táblázat, %t, kimarad.",
    },
    {
        .language = "ro",
        .by = "De",
        .for_whom = "pentru",
        .disclosure = "Citit de o voce generată de calculator.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Sfârșitul citatului.",
                [NOTICE_SECTION] = "Secțiune:",
                [NOTICE_QUOTE] = "Citat:",
                [NOTICE_LIST] = "O listă de puncte: %n.",
                [NOTICE_TABLE] = "Un tabel este omis, rânduri: %n.",
                [NOTICE_CODE] = "Un exemplu de cod este omis.",
                [NOTICE_IMAGE] = "Imagine:",
                [NOTICE_CAPTION] = "Legendă:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Nota %t.",
            },
        .captioned_table = "Un tabel, %t, este omis, rânduri: %n.",
    },
    {
        .language = "id",
        .by = "Oleh",
        .for_whom = "untuk",
        .disclosure = "Dibacakan oleh suara buatan komputer.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Akhir kutipan.",
                [NOTICE_SECTION] = "Bagian:",
                [NOTICE_QUOTE] = "Kutipan:",
                [NOTICE_LIST] = "Daftar berisi %n butir.",
                [NOTICE_TABLE] = "Tabel berisi %n baris dilewati.",
                [NOTICE_CODE] = "Contoh kode dilewati.",
                [NOTICE_IMAGE] = "Gambar:",
                [NOTICE_CAPTION] = "Keterangan gambar:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Catatan %t.",
            },
        .captioned_table = "Tabel, %t, berisi %n baris, dilewati.",
    },
    {
        .language = "ca",
        .by = "Per",
        .for_whom = "per a",
        .disclosure = "Llegit per una veu generada per ordinador.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Fi de la cita.",
                [NOTICE_SECTION] = "Secció:",
                [NOTICE_QUOTE] = "Cita:",
                [NOTICE_LIST] = "Una llista de %n punts.",
                [NOTICE_TABLE] = "S'omet una taula de %n files.",
                [NOTICE_CODE] = "S'omet una mostra de codi.",
                [NOTICE_IMAGE] = "Imatge:",
                [NOTICE_CAPTION] = "Peu de foto:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Nota %t.",
            },
        .captioned_table = "S'omet una taula, %t, de %n files.",
    },
    {
        .language = "vi",
        .by = "Tác giả",
        .for_whom = "cho",
        .disclosure = "Được đọc bằng giọng nói do máy tính tạo ra.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Hết trích dẫn.",
                [NOTICE_SECTION] = "Phần:",
                [NOTICE_QUOTE] = "Trích dẫn:",
                [NOTICE_LIST] = "Danh sách gồm %n mục.",
                [NOTICE_TABLE] = "Bỏ qua một bảng có %n hàng.",
                [NOTICE_CODE] = "Bỏ qua một đoạn mã.",
                [NOTICE_IMAGE] = "Hình ảnh:",
                [NOTICE_CAPTION] = "Chú thích:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Ghi chú %t.",
            },
        .captioned_table = "Bỏ qua một bảng, %t, có %n hàng.",
    },
    {
        .language = "ar",
        .by = "بقلم",
        .for_whom = "لصالح",
        .disclosure = "يقرأ هذا النص صوت مولد بالحاسوب.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "نهاية الاقتباس.",
                [NOTICE_SECTION] = "قسم:",
                [NOTICE_QUOTE] = "اقتباس:",
                [NOTICE_LIST] = "قائمة عدد بنودها %n.",
                [NOTICE_TABLE] = "حذف جدول عدد صفوفه %n.",
                [NOTICE_CODE] = "حذف مثال برمجي.",
                [NOTICE_IMAGE] = "صورة:",
                [NOTICE_CAPTION] = "تعليق الصورة:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "ملاحظة %t.",
            },
        .captioned_table = "حذف جدول، %t، عدد صفوفه %n.",
    },
    {
        .language = "fa",
        .by = "نوشته",
        .for_whom = "برای",
        .disclosure = "این متن را صدایی ساخته رایانه می‌خواند.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "پایان نقل قول.",
                [NOTICE_SECTION] = "بخش:",
                [NOTICE_QUOTE] = "نقل قول:",
                [NOTICE_LIST] = "فهرستی با %n مورد.",
                [NOTICE_TABLE] = "جدولی با %n ردیف حذف شده است.",
                [NOTICE_CODE] = "نمونه‌ای از کد حذف شده است.",
                [NOTICE_IMAGE] = "تصویر:",
                [NOTICE_CAPTION] = "شرح تصویر:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "یادداشت %t.",
            },
        .captioned_table = "جدولی، %t، با %n ردیف حذف شده است.",
    },
    {
        .language = "he",
        .by = "מאת",
        .for_whom = "עבור",
        .disclosure = "מוקרא בקול שנוצר במחשב.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "סוף ציטוט.",
                [NOTICE_SECTION] = "סעיף:",
                [NOTICE_QUOTE] = "ציטוט:",
                [NOTICE_LIST] = "רשימה של %n פריטים.",
                [NOTICE_TABLE] = "טבלה של %n שורות הושמטה.",
                [NOTICE_CODE] = "דוגמת קוד הושמטה.",
                [NOTICE_IMAGE] = "תמונה:",
                [NOTICE_CAPTION] = "כיתוב:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "הערה %t.",
            },
        .captioned_table = "טבלה, %t, של %n שורות, הושמטה.",
    },
    {
        .language = "hi",
        .by = "लेखक",
        .for_whom = "प्रकाशक",
        .disclosure = "इसे कंप्यूटर से बनी आवाज़ पढ़ रही है।",
        .notices =
            {
                [NOTICE_QUOTE_END] = "उद्धरण समाप्त।",
                [NOTICE_SECTION] = "खंड:",
                [NOTICE_QUOTE] = "उद्धरण:",
                [NOTICE_LIST] = "%n बिंदुओं की सूची।",
                [NOTICE_TABLE] = "%n पंक्तियों की एक तालिका छोड़ी गई है।",
                [NOTICE_CODE] = "कोड का एक नमूना छोड़ा गया है।",
                [NOTICE_IMAGE] = "चित्र:",
                [NOTICE_CAPTION] = "चित्र का विवरण:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "टिप्पणी %t।",
            },
        .captioned_table = "%n पंक्तियों की एक तालिका, %t, छोड़ी गई है।",
    },
    {
        .language = "zh",
        .by = "作者",
        .for_whom = "刊于",
        .disclosure = "由计算机生成的语音朗读。",
        .notices =
            {
                [NOTICE_QUOTE_END] = "引文结束。",
                [NOTICE_SECTION] = "章节：",
                [NOTICE_QUOTE] = "引文：",
                [NOTICE_LIST] = "列表，共%n项。",
                [NOTICE_TABLE] = "略去一个%n行的表格。",
                [NOTICE_CODE] = "略去一段代码。",
                [NOTICE_IMAGE] = "图片：",
                [NOTICE_CAPTION] = "图片说明：",
                [NOTICE_CELL] = "%t：",
                [NOTICE_NOTE] = "注释%t。",
            },
        .captioned_table = "略去一个%n行的表格，%t。",
    },
    {
        .language = "ja",
        .by = "文",
        .for_whom = "掲載",
        .disclosure = "コンピューターで作られた音声が読み上げます。",
        .notices =
            {
                [NOTICE_QUOTE_END] = "引用終わり。",
                [NOTICE_SECTION] = "節：",
                [NOTICE_QUOTE] = "引用：",
                [NOTICE_LIST] = "%n項目のリスト。",
                [NOTICE_TABLE] = "%n行の表は省略します。",
                [NOTICE_CODE] = "コードの例は省略します。",
                [NOTICE_IMAGE] = "画像：",
                [NOTICE_CAPTION] = "図の説明：",
                [NOTICE_CELL] = "%t：",
                [NOTICE_NOTE] = "注%t。",
            },
        .captioned_table = "%n行の表、%tは省略します。",
    },
    {
        .language = "ko",
        .by = "글",
        .for_whom = "발행",
        .disclosure = "컴퓨터로 만든 목소리가 읽어 드립니다.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "인용 끝.",
                [NOTICE_SECTION] = "절:",
                [NOTICE_QUOTE] = "인용:",
                [NOTICE_LIST] = "항목 %n개의 목록.",
                [NOTICE_TABLE] = "%n행짜리 표는 생략합니다.",
                [NOTICE_CODE] = "코드 예시는 생략합니다.",
                [NOTICE_IMAGE] = "그림:",
                [NOTICE_CAPTION] = "그림 설명:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "주 %t.",
            },
        .captioned_table = "%n행짜리 표, %t, 생략합니다.",
    },
};

const FixedPhrases *fixed_phrases(Str language)
{
    Str code = primary_language(language);
    for (size_t i = 0; i < COUNT(PHRASES); i++)
        if (str_equal_nocase(code, str_from(PHRASES[i].language)))
            return &PHRASES[i];
    for (size_t i = 0; i < COUNT(PHRASES); i++)
        if (same_language(code, str_from(PHRASES[i].language)))
            return &PHRASES[i];
    return &PHRASES[0];
}

bool is_ended(Str s)
{
    uint32_t last = utf8_before(s, s.len).code;
    static const uint32_t STOPS[] = {'.', '?', '!', 0x61F, 0x6D4, 0x964, 0x3002, 0xFF01, 0xFF1F};
    for (size_t i = 0; i < COUNT(STOPS); i++)
        if (last == STOPS[i])
            return true;
    return false;
}

Str notice_text(const FixedPhrases *phrases, const Notice *notice, Arena *arena)
{
    const char *form = notice->kind == NOTICE_TABLE && notice->text.len
                           ? phrases->captioned_table
                           : phrases->notices[notice->kind];
    Buf b = new_buf(arena);
    if (!form)
        buf_add(&b, notice->text);
    for (const char *c = form; c && *c; c++) {
        if (c[0] != '%')
            buf_char(&b, *c);
        else if (*++c == 'n')
            buf_format(&b, "%u", notice->number);
        else
            buf_add(&b, *c == 'w' ? notice->where : notice->text);
    }
    Str s = buf_str(&b);
    if (!is_ended(s) && !str_ends(s, STR(":")) && !str_ends(s, STR("\xEF\xBC\x9A")))
        buf_char(&b, '.');
    return buf_str(&b);
}
