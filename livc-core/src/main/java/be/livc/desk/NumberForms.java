package be.livc.desk;

import be.livc.desk.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** National numbers, telephone numbers and e-mail addresses, as Belgians write them. */
final class NumberForms {

    private static final String BETWEEN = "[ .\\-/]{0,3}";

    /** Six digits of a birth date, three of a row, two of a check; with or without signs between. */
    private static final Pattern NATIONAL = Pattern.compile("(?<![\\d.])(\\d{2})" + BETWEEN + "(\\d{2})" + BETWEEN
            + "(\\d{2})" + BETWEEN + "(\\d{3})" + BETWEEN + "(\\d{2})(?!\\d)");

    /** A number that is written the way only a national number is: 85.07.30-033.28. */
    private static final Pattern WRITTEN_AS_NATIONAL =
            Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{2}[ \\-]{1,3}\\d{3}[. \\-]\\d{2}");

    /** What may be a number to call: digits in a row, with signs between, that begin with a nought or a plus. */
    private static final Pattern CALLABLE =
            Pattern.compile("(?<![\\p{L}\\d.,+/\\-])(?:\\+|\\(?0)\\d(?:[ ./()\\-]{0,3}\\d){7,13}(?!\\d)");

    /** Mobile: 045 to 049 and seven more digits; fixed: nine digits in all. */
    private static final Pattern BELGIAN = Pattern.compile("04[5-9]\\d{7}|0[1-9]\\d{7}");

    /** The same after the country. */
    private static final Pattern FROM_ABROAD =
            Pattern.compile("(?:\\+|00)32(?:0?4[5-9]\\d{7}|0?[1-9]\\d{7})|(?:\\+|00)(?!32)[1-9]\\d{8,13}");

    /** A mobile number without its nought. */
    private static final Pattern WITHOUT_NOUGHT =
            Pattern.compile("(?<![\\d./+\\-])4[5-9]\\d[ ./]\\d{2}[ .]\\d{2}[ .]\\d{2}(?![\\d./])");

    /** What begins like a telephone number and is a day. */
    private static final Pattern BEGINS_WITH_A_DAY =
            Pattern.compile("0\\d[ ./\\-]{1,3}(?:0?[1-9]|1[0-2])[ ./\\-]{1,3}(?:19|20)\\d\\d(?!\\d).*");

    private static final String DIGIT =
            "(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien"
                    + "|zestien|zeventien|achttien|negentien|(?:\\p{L}{3,5}en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
                    + "|zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
                    + "|cinquante|soixante|septante|quatre-vingts?|nonante)";

    /** A number in words: six or more figures in a row. */
    private static final Pattern IN_WORDS =
            Pattern.compile("(?iu)(?<!\\p{L})" + DIGIT + "(?:[\\s,./\\-]+" + DIGIT + "){5,}(?!\\p{L})");

    /** Also with the sign in words, as people do who fear robots. */
    private static final Pattern EMAIL = Pattern.compile(
            "(?iu)[\\p{L}\\d._%+\\-]*[\\p{L}\\d_%+\\-](?:@|\\s?[\\[({]\\s?(?:at|a|arobase|apenstaartje)\\s?[\\])}]\\s?"
                    + "|\\s(?:at|apenstaartje|arobase)\\s)[\\p{L}\\d\\-]+"
                    + "(?:(?:\\.|\\s?[\\[({]\\s?(?:dot|punt|point)\\s?[\\])}]\\s?|\\s(?:dot|punt|point)\\s)[\\p{L}\\d\\-]{2,})+");

    /** A name under which somebody is found on social media. */
    private static final Pattern ACCOUNT = Pattern.compile("(?<![\\p{L}\\d.@])@[\\p{L}\\d_][\\p{L}\\d_.]{2,}");

    /** The number of an organisation: ten digits, usually 0207.500.123. */
    private static final Pattern ENTERPRISE = Pattern.compile("[01]\\d{3}[. ]?\\d{3}[. ]?\\d{3}");

    private NumberForms() {}

    static List<Finding> in(String text) {
        List<Finding> found = new ArrayList<>();
        Matcher national = NATIONAL.matcher(text);
        while (national.find()) {
            String digits = national.group().replaceAll("\\D", "");
            if (isNationalNumber(digits)
                    || WRITTEN_AS_NATIONAL.matcher(national.group()).matches()) {
                found.add(new Finding(Kind.NATIONAL_NUMBER, national.start(), national.end()));
            }
        }
        Matcher callable = CALLABLE.matcher(text);
        while (callable.find()) {
            if (isTelephoneNumber(callable.group())) {
                found.add(new Finding(Kind.PHONE, callable.start(), callable.end()));
            }
        }
        add(found, Kind.PHONE, WITHOUT_NOUGHT, text);
        add(found, Kind.PHONE, IN_WORDS, text);
        add(found, Kind.EMAIL, EMAIL, text);
        add(found, Kind.NAME, ACCOUNT, text);
        return found;
    }

    private static void add(List<Finding> found, Kind kind, Pattern form, String text) {
        Matcher matched = form.matcher(text);
        while (matched.find()) {
            found.add(new Finding(kind, matched.start(), matched.end()));
        }
    }

    private static boolean isTelephoneNumber(String written) {
        String dialled = written.replace("(0)", "").replaceAll("[^\\d+]", "");
        boolean belgian = BELGIAN.matcher(dialled).matches()
                && !BEGINS_WITH_A_DAY.matcher(written).matches()
                && !isEnterpriseNumber(written);
        return belgian || FROM_ABROAD.matcher(dialled).matches();
    }

    /**
     * Whether eleven digits are a national number: the last two are 97 minus the rest of the first nine divided by 97, with a
     * 2 before them for who was born from 2000 on (KB of 3 April 1984).
     */
    static boolean isNationalNumber(String digits) {
        if (digits.length() != 11) {
            return false;
        }
        int month = Integer.parseInt(digits.substring(2, 4));
        int day = Integer.parseInt(digits.substring(4, 6));
        // Months from 20 or 40 on mark a bis number; zero stands for an unknown day or month.
        if (month % 20 > 12 || day > 31) {
            return false;
        }
        long body = Long.parseLong(digits.substring(0, 9));
        long check = Long.parseLong(digits.substring(9));
        return check == 97 - body % 97 || check == 97 - (2_000_000_000L + body) % 97;
    }

    /** The check of an enterprise number is of the same kind, over eight digits. */
    private static boolean isEnterpriseNumber(String written) {
        String digits = written.replaceAll("\\D", "");
        return ENTERPRISE.matcher(written).matches()
                && digits.length() == 10
                && Long.parseLong(digits.substring(8)) == 97 - Long.parseLong(digits.substring(0, 8)) % 97;
    }
}
