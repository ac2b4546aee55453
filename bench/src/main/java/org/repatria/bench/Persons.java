package org.repatria.bench;

/** Any number of fictional persons, no two of them alike in name or document. So each row of a list opens a case. */
final class Persons {

    private static final String HEADER =
            "name,birth_date,nationality,document_kind,document_country,document_number,offence_summary,"
                    + "authority,amount_alleged,amount_currency,location_country,reported_status\n";
    private static final String[] SYLLABLES = {
        "ba", "dor", "fen", "gil", "han", "jor", "kel", "lum", "mir", "nov", "pal", "quin", "ros", "sul", "tav", "vint",
        "wes", "yar", "zet", "brin", "cald", "drem", "esk", "frol"
    };

    private int next;

    /** A list of this many persons who have been on none before. */
    String list(int rows) {
        var csv = new StringBuilder(rows * 220).append(HEADER);
        for (var i = 0; i < rows; i++) {
            var number = next++;
            csv.append(name(number))
                    .append(",19%02d-%02d-%02d".formatted(40 + number % 50, 1 + number % 12, 1 + number % 28))
                    .append(",XR,PASSPORT,XR,B%08d".formatted(number))
                    .append(",\"Embezzlement of public funds between 1997 and 2001, by payments to firms "
                            + "without staff\"")
                    .append(",General Prosecution of Ruvania,%d.00,USD,XH,LIVING\n".formatted(1_000 + number));
        }
        return csv.toString();
    }

    /** The name of the person with this number, counted from 0 over all lists. */
    static String name(int number) {
        var base = SYLLABLES.length;
        var given = SYLLABLES[number % base] + SYLLABLES[number / base % base];
        var family = SYLLABLES[number / base / base % base] + SYLLABLES[number / base / base / base % base] + "ov";
        return capital(given) + " " + capital(family);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
