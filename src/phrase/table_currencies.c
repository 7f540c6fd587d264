// Currencies: signs, prefixed signs and the ISO 4217 codes that news uses.
#include "phrase/tables.h"

static const Currency CURRENCIES[] = {
    {"$", "dollar", "dollars", "cent", "cents"},
    {"£", "pound", "pounds", "penny", "pence"},
    {"€", "euro", "euros", "cent", "cents"},
    {"¥", "yen", "yen", NULL, NULL},
    {"₹", "rupee", "rupees", NULL, NULL},
    {"₩", "won", "won", NULL, NULL},
    {"₪", "shekel", "shekels", NULL, NULL},
    {"₽", "ruble", "rubles", NULL, NULL},
    {"₺", "lira", "lira", NULL, NULL},
    {"₦", "naira", "naira", NULL, NULL},
    {"₱", "peso", "pesos", NULL, NULL},
    {"฿", "baht", "baht", NULL, NULL},
    {"₫", "dong", "dong", NULL, NULL},
    {"₴", "hryvnia", "hryvnias", NULL, NULL},
    {"₿", "bitcoin", "bitcoin", NULL, NULL},
    {"₡", "colon", "colones", NULL, NULL},
    {"₵", "cedi", "cedis", NULL, NULL},
    {"E£", "Egyptian pound", "Egyptian pounds", NULL, NULL},
    {"GH₵", "Ghanaian cedi", "Ghanaian cedis", NULL, NULL},
    {"GH¢", "Ghanaian cedi", "Ghanaian cedis", NULL, NULL},
    {"US$", "U S dollar", "U S dollars", "cent", "cents"},
    {"A$", "Australian dollar", "Australian dollars", "cent", "cents"},
    {"AU$", "Australian dollar", "Australian dollars", "cent", "cents"},
    {"C$", "Canadian dollar", "Canadian dollars", "cent", "cents"},
    {"CA$", "Canadian dollar", "Canadian dollars", "cent", "cents"},
    {"NZ$", "New Zealand dollar", "New Zealand dollars", "cent", "cents"},
    {"HK$", "Hong Kong dollar", "Hong Kong dollars", "cent", "cents"},
    {"S$", "Singapore dollar", "Singapore dollars", "cent", "cents"},
    {"NT$", "Taiwan dollar", "Taiwan dollars", NULL, NULL},
    {"R$", "real", "reais", NULL, NULL},
    {"Cdn$", "Canadian dollar", "Canadian dollars", "cent", "cents"},
    {"CDN", "Canadian dollar", "Canadian dollars", "cent", "cents"},
    {"MX$", "Mexican peso", "Mexican pesos", NULL, NULL},
    {"Mex$", "Mexican peso", "Mexican pesos", NULL, NULL},
    {"J$", "Jamaican dollar", "Jamaican dollars", NULL, NULL},
    {"N$", "Namibian dollar", "Namibian dollars", NULL, NULL},
    {"T$", "Taiwan dollar", "Taiwan dollars", NULL, NULL},
    {"TT$", "Trinidad dollar", "Trinidad dollars", NULL, NULL},
    {"KSh", "Kenyan shilling", "Kenyan shillings", NULL, NULL},
    {"Ksh", "Kenyan shilling", "Kenyan shillings", NULL, NULL},
    {"USh", "Ugandan shilling", "Ugandan shillings", NULL, NULL},
    {"Sh", "shilling", "shillings", NULL, NULL},
    {"RM", "ringgit", "ringgit", NULL, NULL},
    {"Rp", "rupiah", "rupiah", NULL, NULL},
    {"Dh", "dirham", "dirhams", NULL, NULL},
    {"Dhs", "dirham", "dirhams", NULL, NULL},
    {"Tk", "taka", "taka", NULL, NULL},
    {"kr", "krone", "kroner", NULL, NULL},
    {"Rs", "rupee", "rupees", NULL, NULL},
    {"USD", "U S dollar", "U S dollars", "cent", "cents"},
    {"AUD", "Australian dollar", "Australian dollars", "cent", "cents"},
    {"CAD", "Canadian dollar", "Canadian dollars", "cent", "cents"},
    {"NZD", "New Zealand dollar", "New Zealand dollars", "cent", "cents"},
    {"HKD", "Hong Kong dollar", "Hong Kong dollars", "cent", "cents"},
    {"EUR", "euro", "euros", "cent", "cents"},
    {"GBP", "pound", "pounds", "pence", "pence"},
    {"JPY", "yen", "yen", NULL, NULL},
    {"CHF", "Swiss franc", "Swiss francs", NULL, NULL},
    {"CNY", "yuan", "yuan", NULL, NULL},
    {"RMB", "renminbi", "renminbi", NULL, NULL},
    {"INR", "rupee", "rupees", NULL, NULL},
    {"ZAR", "rand", "rand", NULL, NULL},
    {"SEK", "Swedish krona", "Swedish kronor", NULL, NULL},
    {"NOK", "Norwegian krone", "Norwegian kroner", NULL, NULL},
    {"DKK", "Danish krone", "Danish kroner", NULL, NULL},
    {"MXN", "Mexican peso", "Mexican pesos", NULL, NULL},
    {"BRL", "real", "reais", NULL, NULL},
    {"RUB", "ruble", "rubles", NULL, NULL},
    {"SGD", "Singapore dollar", "Singapore dollars", "cent", "cents"},
    {"TWD", "Taiwan dollar", "Taiwan dollars", NULL, NULL},
    {"KRW", "won", "won", NULL, NULL},
    {"THB", "baht", "baht", NULL, NULL},
    {"MYR", "ringgit", "ringgit", NULL, NULL},
    {"IDR", "rupiah", "rupiah", NULL, NULL},
    {"PHP", "Philippine peso", "Philippine pesos", NULL, NULL},
    {"VND", "dong", "dong", NULL, NULL},
    {"PKR", "Pakistani rupee", "Pakistani rupees", NULL, NULL},
    {"LKR", "Sri Lankan rupee", "Sri Lankan rupees", NULL, NULL},
    {"BDT", "taka", "taka", NULL, NULL},
    {"AED", "dirham", "dirhams", NULL, NULL},
    {"SAR", "Saudi riyal", "Saudi riyals", NULL, NULL},
    {"QAR", "Qatari riyal", "Qatari riyals", NULL, NULL},
    {"ILS", "shekel", "shekels", NULL, NULL},
    {"NIS", "shekel", "shekels", NULL, NULL},
    {"EGP", "Egyptian pound", "Egyptian pounds", NULL, NULL},
    {"KES", "Kenyan shilling", "Kenyan shillings", NULL, NULL},
    {"NGN", "naira", "naira", NULL, NULL},
    {"PLN", "zloty", "zlotys", NULL, NULL},
    {"CZK", "Czech koruna", "Czech korunas", NULL, NULL},
    {"HUF", "forint", "forints", NULL, NULL},
    {"UAH", "hryvnia", "hryvnias", NULL, NULL},
    {"ARS", "Argentine peso", "Argentine pesos", NULL, NULL},
    {"CLP", "Chilean peso", "Chilean pesos", NULL, NULL},
    {"BTC", "bitcoin", "bitcoin", NULL, NULL},
};

const Currency *find_initial_currency(char initial)
{
    static const Currency INITIALS[] = {
        {"R", "rand", "rand", "cent", "cents"},
        {"N", "naira", "naira", NULL, NULL},
        {"P", "peso", "pesos", NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(INITIALS); i++)
        if (INITIALS[i].written[0] == initial)
            return &INITIALS[i];
    return NULL;
}

const Currency *find_currency(Str written)
{
    if (written.len == 0 || written.len > 5)
        return NULL;
    for (size_t i = 0; i < COUNT(CURRENCIES); i++)
        if (CURRENCIES[i].written[0] == written.data[0] &&
            str_equal(written, str_from(CURRENCIES[i].written)))
            return &CURRENCIES[i];
    return NULL;
}
