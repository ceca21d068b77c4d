package be.livc.desk;

import be.livc.desk.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** National numbers, telephone numbers and e-mail addresses, as Belgians write them. */
final class NumberForms {

    /** Six digits of a birth date, three of a row, two of a check; with or without signs between. */
    private static final Pattern NATIONAL = Pattern.compile(
            "(?<![\\d.])(\\d{2})[ .\\-/]?(\\d{2})[ .\\-/]?(\\d{2})[ .\\-/]{0,3}(\\d{3})[ .\\-/]{0,2}(\\d{2})(?!\\d)");

    /** A number that is written the way only a national number is: 85.07.30-033.28. */
    private static final Pattern WRITTEN_AS_NATIONAL =
            Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{2}[ \\-]{1,3}\\d{3}[. \\-]\\d{2}");

    /** Mobile: 04 and eight more digits; fixed: 0 and eight more; both also with the country before. */
    private static final Pattern PHONE = Pattern.compile("(?<![\\d.+])(?:(?:\\+|00)32[ ./\\-]{0,2}(?:\\(0\\)[ ]?)?|0)"
            + "(?:4\\d{2}[ ./\\-]{0,2}\\d{2}[ ./\\-]?\\d{2}[ ./\\-]?\\d{2}|4\\d{2}[ ./\\-]{0,2}\\d{3}[ ./\\-]?\\d{3}"
            + "|[2349][ ./\\-]{0,2}\\d{3}[ ./\\-]?\\d{2}[ ./\\-]?\\d{2}"
            + "|[15678]\\d[ ./\\-]{0,2}\\d{2}[ ./\\-]?\\d{2}[ ./\\-]?\\d{2}"
            + "|[15678]\\d[ ./\\-]{0,2}\\d{3}[ ./\\-]?\\d{3})(?![\\d])");

    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\d._%+\\-]+@[\\p{L}\\d.\\-]+\\.[\\p{L}]{2,}");

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
        Matcher phone = PHONE.matcher(text);
        while (phone.find()) {
            if (!isEnterpriseNumber(phone.group())) {
                found.add(new Finding(Kind.PHONE, phone.start(), phone.end()));
            }
        }
        Matcher email = EMAIL.matcher(text);
        while (email.find()) {
            found.add(new Finding(Kind.EMAIL, email.start(), email.end()));
        }
        return found;
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
