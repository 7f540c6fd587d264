// Units of measure with their names; SI and customary ones.
#include "phrase/tables.h"

// Sorted by sign; capitals count.
static const Measure MEASURES[] = {
    {"A", "amp", "amps", GLUED_ONLY},
    {"GB", "gigabyte", "gigabytes", 0},
    {"GHz", "gigahertz", "gigahertz", 0},
    {"GW", "gigawatt", "gigawatts", 0},
    {"GWh", "gigawatt hour", "gigawatt hours", 0},
    {"Gb", "gigabit", "gigabits", 0},
    {"Gbps", "gigabit per second", "gigabits per second", 0},
    {"Hz", "hertz", "hertz", 0},
    {"J", "joule", "joules", GLUED_ONLY},
    {"KB", "kilobyte", "kilobytes", 0},
    {"L", "liter", "liters", 0},
    {"MB", "megabyte", "megabytes", 0},
    {"MHz", "megahertz", "megahertz", 0},
    {"MP", "megapixel", "megapixels", GLUED_ONLY},
    {"MW", "megawatt", "megawatts", 0},
    {"MWh", "megawatt hour", "megawatt hours", 0},
    {"Mb", "megabit", "megabits", 0},
    {"Mbps", "megabit per second", "megabits per second", 0},
    {"Mt", "megaton", "megatons", 0},
    {"N", "newton", "newtons", GLUED_ONLY},
    {"PB", "petabyte", "petabytes", 0},
    {"Pa", "pascal", "pascals", GLUED_ONLY},
    {"TB", "terabyte", "terabytes", 0},
    {"TW", "terawatt", "terawatts", 0},
    {"TWh", "terawatt hour", "terawatt hours", 0},
    {"V", "volt", "volts", 0},
    {"W", "watt", "watts", 0},
    {"ac", "acre", "acres", 0},
    {"au", "astronomical unit", "astronomical units", GLUED_ONLY},
    {"bbl", "barrel", "barrels", 0},
    {"bhp", "brake horsepower", "brake horsepower", 0},
    {"bpm", "beat per minute", "beats per minute", 0},
    {"bps", "basis point", "basis points", 0},
    {"cal", "calorie", "calories", 0},
    {"cc", "cubic centimeter", "cubic centimeters", 0},
    {"cl", "centiliter", "centiliters", 0},
    {"cm", "centimeter", "centimeters", 0},
    {"cu", "cubic", "cubic", 0},
    {"dB", "decibel", "decibels", 0},
    {"dpi", "dot per inch", "dots per inch", 0},
    {"eV", "electron volt", "electron volts", 0},
    {"fps", "frame per second", "frames per second", 0},
    {"ft", "foot", "feet", 0},
    {"g", "gram", "grams", GLUED_ONLY},
    {"gal", "gallon", "gallons", 0},
    {"gals", "gallon", "gallons", 0},
    {"h", "hour", "hours", GLUED_ONLY},
    {"hPa", "hectopascal", "hectopascals", 0},
    {"ha", "hectare", "hectares", 0},
    {"hp", "horsepower", "horsepower", 0},
    {"hr", "hour", "hours", 0},
    {"hrs", "hour", "hours", 0},
    {"in", "inch", "inches", DOT_OR_GLUED},
    {"kB", "kilobyte", "kilobytes", 0},
    {"kHz", "kilohertz", "kilohertz", 0},
    {"kJ", "kilojoule", "kilojoules", 0},
    {"kN", "kilonewton", "kilonewtons", 0},
    {"kPa", "kilopascal", "kilopascals", 0},
    {"kV", "kilovolt", "kilovolts", 0},
    {"kW", "kilowatt", "kilowatts", 0},
    {"kWh", "kilowatt hour", "kilowatt hours", 0},
    {"kbps", "kilobit per second", "kilobits per second", 0},
    {"kcal", "kilocalorie", "kilocalories", 0},
    {"kcals", "kilocalorie", "kilocalories", 0},
    {"kg", "kilogram", "kilograms", 0},
    {"kgs", "kilogram", "kilograms", 0},
    {"km", "kilometer", "kilometers", 0},
    {"kmh", "kilometer per hour", "kilometers per hour", 0},
    {"kmph", "kilometer per hour", "kilometers per hour", 0},
    {"kms", "kilometer", "kilometers", 0},
    {"kph", "kilometer per hour", "kilometers per hour", 0},
    {"kt", "kiloton", "kilotons", 0},
    {"l", "liter", "liters", GLUED_ONLY},
    {"lb", "pound", "pounds", 0},
    {"lbs", "pound", "pounds", 0},
    {"ly", "light year", "light years", 0},
    {"m", "meter", "meters", GLUED_ONLY},
    {"mA", "milliamp", "milliamps", 0},
    {"mAh", "milliamp hour", "milliamp hours", 0},
    {"mL", "milliliter", "milliliters", 0},
    {"mSv", "millisievert", "millisieverts", 0},
    {"mb", "millibar", "millibars", 0},
    {"mcg", "microgram", "micrograms", 0},
    {"mg", "milligram", "milligrams", 0},
    {"mi", "mile", "miles", 0},
    {"min", "minute", "minutes", 0},
    {"mins", "minute", "minutes", 0},
    {"ml", "milliliter", "milliliters", 0},
    {"mm", "millimeter", "millimeters", 0},
    {"mo", "month", "months", DOT_OR_GLUED},
    {"mol", "mole", "moles", 0},
    {"mos", "month", "months", DOT_OR_GLUED},
    {"mpg", "mile per gallon", "miles per gallon", 0},
    {"mph", "mile per hour", "miles per hour", 0},
    {"ms", "millisecond", "milliseconds", 0},
    {"nm", "nanometer", "nanometers", 0},
    {"nmi", "nautical mile", "nautical miles", 0},
    {"oz", "ounce", "ounces", 0},
    {"pct", "percent", "percent", 0},
    {"pp", "percentage point", "percentage points", 0},
    {"ppb", "part per billion", "parts per billion", 0},
    {"ppm", "part per million", "parts per million", 0},
    {"psi", "pound per square inch", "pounds per square inch", 0},
    {"pt", "pint", "pints", GLUED_ONLY},
    {"qt", "quart", "quarts", 0},
    {"rpm", "revolution per minute", "revolutions per minute", 0},
    {"sec", "second", "seconds", 0},
    {"secs", "second", "seconds", 0},
    {"sq", "square", "square", 0},
    {"tbsp", "tablespoon", "tablespoons", 0},
    {"tsp", "teaspoon", "teaspoons", 0},
    {"wk", "week", "weeks", 0},
    {"wks", "week", "weeks", 0},
    {"yd", "yard", "yards", 0},
    {"yds", "yard", "yards", 0},
    {"yo", "year old", "year old", GLUED_ONLY},
    {"yr", "year", "years", 0},
    {"yrs", "year", "years", 0},
    {"µg", "microgram", "micrograms", 0},
    {"µm", "micrometer", "micrometers", 0},
    {"Ω", "ohm", "ohms", 0},
    {"μg", "microgram", "micrograms", 0},
    {"μm", "micrometer", "micrometers", 0},
};

static const Measure *find_exact(Str written)
{
    size_t low = 0, high = COUNT(MEASURES);
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strncmp(written.data, MEASURES[middle].written, written.len);
        order = order ? order : -(MEASURES[middle].written[written.len] != 0);
        if (order == 0)
            return &MEASURES[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const Measure *find_measure(Str written)
{
    const Measure *measure = find_exact(written);
    if (measure || written.len < 2 || written.len > 5)
        return measure;
    char lower[8];
    for (size_t i = 0; i < written.len; i++)
        lower[i] = (char)to_lower(written.data[i]);
    return find_exact((Str){lower, written.len});
}
