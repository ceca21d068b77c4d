package be.livc.desk;

import be.livc.desk.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Birth dates: a full date that is called one, or one so long ago that it can hardly be anything else. Dates of laws, meetings
 * and plans stay.
 */
final class DateForms {

    private static final String MONTHS =
            "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
                    + "|janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre"
                    + "|jan|feb|févr|mrt|maa|apr|avr|jun|jul|juil|aug|sept|sep|okt|oct|nov|dec|déc";

    private static final String DAYS_IN_WORDS =
            "een|één|eerste|twee|tweede|drie|derde|vier|vierde|vijf|vijfde|zes|zesde|zeven|zevende|acht|achtste|negen|negende|tien|tiende"
                    + "|elf|elfde|twaalf|twaalfde|dertien|dertiende|veertien|veertiende|vijftien|vijftiende|zestien|zestiende|zeventien"
                    + "|zeventiende|achttien|achttiende|negentien|negentiende|twintig|twintigste|(?:een|één|twee|drie|vier|vijf|zes|zeven|acht"
                    + "|negen)[ëe]ntwintig(?:ste)?|dertig|dertigste|eenendertig(?:ste)?|premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
                    + "|onze|douze|treize|quatorze|quinze|seize|vingt|trente";

    private static final Pattern DATE = Pattern.compile("(?iu)(?<![\\d.\\p{L}])(?:"
            + "(?<year1>\\d{4})\\s?[./\\-]\\s?(?<month1>\\d{1,2})\\s?[./\\-]\\s?(?<day1>\\d{1,2})"
            + "|(?<day2>\\d{1,2})\\s?[./\\- ]\\s?(?<month2>\\d{1,2})\\s?[./\\- ]\\s?(?<year2>\\d{4}|'?\\d{2})"
            + "|(?:(?<day3>\\d{1,2})(?:\\s?(?:ste|de|e|er))?|(?:" + DAYS_IN_WORDS
            + "))\\s?[./\\- ]?\\s?(?:van\\s|de\\s)?(?:" + MONTHS
            + ")\\.?[\\s./\\-]{0,3}(?:van\\s(?:het\\sjaar\\s)?)?(?<year3>\\d{4}|'?\\d{2}))(?!\\d|[.,]\\d)");

    /** 04031998, or 19980304. */
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(?<![\\d.,/\\-])(\\d{8})(?!\\d|[.,/\\-]\\d)");

    /** A day without a year; only where it is called a birth. */
    private static final Pattern DAY = Pattern.compile(
            "(?iu)(?<![\\d.\\p{L}])(?:(?<day>\\d{1,2})(?:\\s?[./\\-]\\s?(?<month>\\d{1,2})" + "|(?:ste|de|e|er)?\\s(?:"
                    + MONTHS + ")\\b)|(?:" + DAYS_IN_WORDS + ")\\s(?:" + MONTHS + ")\\b)(?![\\d/\\-])");

    /** What is said shortly before a birth date. */
    private static final Pattern CALLED_A_BIRTH = Pattern.compile(
            "(?iu)(geboren|geboortedatum|geb\\b|geboorte|°|verjaar|(?<!\\p{L})jarig\\b|bouwjaar|(?<!\\p{L})né(?:e|\\(e\\))?\\b|naissance|anniversaire|born"
                    + "|date of birth|d\\.o\\.b)[^!?\\n]{0,40}$");

    /** What is said shortly before the date of a text of law, of a decision or of how something began. */
    private static final Pattern CALLED_A_LAW = Pattern.compile(
            "(?iu)\\b[km]\\.b\\.[^.!?\\n]{0,30}$|\\b(wet|decreet|besluit|kb|bvr|arrest|ordonnantie|omzendbrief|verordening|richtlijn|reglement|overeenkomst|protocol"
                    + "|loi|décret|arrêté|arrêt|ordonnance|circulaire|règlement|accord|staatsblad|moniteur|\\p{L}*beslissing|gemeenteraad"
                    + "|keurde|goedgekeurd|opgericht|oprichting|sinds|sedert|vanaf|van kracht|in werking|convenant|delibéré|depuis"
                    + "|à partir|créée?|conseil communal)\\b[^.!?\\n]{0,30}$");

    /** What makes three numbers with points a part of a text. */
    private static final Pattern CALLED_A_PART = Pattern.compile(
            "(?iu)(versie|release|artikel|art\\.|punt|hoofdstuk|deel|lokaal|version|article|chapitre|point)\\s$");

    /** Nobody in a file is younger than this, and no plan is dated so long ago. */
    private static final int LAST_YEAR_OF_BIRTH = 2016;

    private static final int FIRST_YEAR_OF_BIRTH = 1900;

    /** Of two digits: from here on they are of the last century. */
    private static final int LAST_CENTURY = 31;

    private static final int BEFORE = 60;

    private DateForms() {}

    static List<Finding> in(String text) {
        List<Finding> found = new ArrayList<>();
        Matcher date = DATE.matcher(text);
        while (date.find()) {
            if (isPossible(date) && isABirth(text, date.start(), yearOf(date))) {
                found.add(new Finding(Kind.BIRTH_DATE, date.start(), date.end()));
            }
        }
        Matcher digits = EIGHT_DIGITS.matcher(text);
        while (digits.find()) {
            if (isLongAgo(digits.group())) {
                found.add(new Finding(Kind.BIRTH_DATE, digits.start(), digits.end()));
            }
        }
        Matcher day = DAY.matcher(text);
        while (day.find()) {
            if (isBetween(day.group("day"), 31)
                    && isBetween(day.group("month"), 12)
                    && CALLED_A_BIRTH.matcher(before(text, day.start())).find()) {
                found.add(new Finding(Kind.BIRTH_DATE, day.start(), day.end()));
            }
        }
        return found;
    }

    private static String before(String text, int at) {
        return text.substring(Math.max(0, at - BEFORE), at);
    }

    private static boolean isABirth(String text, int at, int year) {
        String before = before(text, at);
        if (CALLED_A_BIRTH.matcher(before).find()) {
            return true;
        }
        return year >= FIRST_YEAR_OF_BIRTH
                && year <= LAST_YEAR_OF_BIRTH
                && !CALLED_A_LAW.matcher(before).find()
                && !CALLED_A_PART.matcher(before).find();
    }

    private static boolean isLongAgo(String digits) {
        return isBirth(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4))
                || isBirth(digits.substring(6), digits.substring(4, 6), digits.substring(0, 4));
    }

    private static boolean isBirth(String day, String month, String year) {
        int number = Integer.parseInt(year);
        return isBetween(day, 31)
                && isBetween(month, 12)
                && number >= FIRST_YEAR_OF_BIRTH + LAST_CENTURY
                && number <= LAST_YEAR_OF_BIRTH;
    }

    private static int yearOf(Matcher date) {
        String written = first(date, "year1", "year2", "year3").replace("'", "");
        int year = Integer.parseInt(written);
        if (written.length() == 4) {
            return year;
        }
        return year < LAST_CENTURY ? 2000 + year : 1900 + year;
    }

    private static String first(Matcher date, String... groups) {
        for (String group : groups) {
            String matched = date.group(group);
            if (matched != null) {
                return matched;
            }
        }
        return "0";
    }

    private static boolean isPossible(Matcher date) {
        return isBetween(first(date, "day1", "day2", "day3"), 31, date.group("year3") != null)
                && isBetween(first(date, "month1", "month2"), 12, date.group("year3") != null);
    }

    private static boolean isBetween(@Nullable String number, int most) {
        return number == null || isBetween(number, most, false);
    }

    /** Written in words a day or a month is none of the digits: 0 then. */
    private static boolean isBetween(String number, int most, boolean orInWords) {
        int value = Integer.parseInt(number);
        return value <= most && (value >= 1 || orInWords);
    }
}
