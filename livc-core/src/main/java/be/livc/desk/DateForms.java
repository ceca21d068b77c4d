package be.livc.desk;

import be.livc.desk.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Birth dates: a full date that is called one, or one so long ago that it can hardly be anything else. Dates of laws, meetings
 * and plans stay.
 */
final class DateForms {

    private static final String MONTHS =
            "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
                    + "|janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre"
                    + "|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec";

    private static final Pattern DATE = Pattern.compile("(?<![\\d.])(?:(\\d{1,2})\\s?[./\\- ]\\s?(?:(\\d{1,2})|(?i:"
            + MONTHS + ")\\.?)\\s?[./\\- ]?\\s?(\\d{4}|\\d{2})" + "|(\\d{4})-(\\d{2})-(\\d{2}))(?!\\d)");

    /** What is said shortly before a birth date. */
    private static final Pattern CALLED_A_BIRTH = Pattern.compile(
            "(?iu)(geboren|geboortedatum|geb\\.|geboorte|°|verjaar|jarig|né\\b|née\\b|naissance|born|date of birth|d\\.o\\.b)"
                    + "[^.!?\\n]{0,40}$");

    /** What is said shortly before the date of a text of law. */
    private static final Pattern CALLED_A_LAW = Pattern.compile(
            "(?iu)\\b(wet|decreet|besluit|kb|bvr|arrest|ordonnantie|omzendbrief|verordening|richtlijn|reglement|overeenkomst|protocol"
                    + "|loi|décret|arrêté|arrêt|ordonnance|circulaire|règlement|accord|staatsblad|moniteur)\\b[^.!?\\n]{0,30}$");

    /** Nobody in a file is younger than this, and no plan is dated so long ago. */
    private static final int LAST_YEAR_OF_BIRTH = 2016;

    private static final int BEFORE = 60;

    private DateForms() {}

    static List<Finding> in(String text) {
        List<Finding> found = new ArrayList<>();
        Matcher date = DATE.matcher(text);
        while (date.find()) {
            if (!isPossible(date)) {
                continue;
            }
            String before = text.substring(Math.max(0, date.start() - BEFORE), date.start());
            String year = date.group(3) == null ? date.group(4) : date.group(3);
            boolean longAgo = year.length() == 4
                    && Integer.parseInt(year) <= LAST_YEAR_OF_BIRTH
                    && Integer.parseInt(year) >= 1900;
            if (CALLED_A_BIRTH.matcher(before).find()
                    || (longAgo && !CALLED_A_LAW.matcher(before).find())) {
                found.add(new Finding(Kind.BIRTH_DATE, date.start(), date.end()));
            }
        }
        return found;
    }

    private static boolean isPossible(Matcher date) {
        String day = date.group(1) == null ? date.group(6) : date.group(1);
        String month = date.group(1) == null ? date.group(5) : date.group(2);
        return isBetween(day, 31) && (month == null || isBetween(month, 12));
    }

    private static boolean isBetween(String number, int most) {
        int value = Integer.parseInt(number);
        return value >= 1 && value <= most;
    }
}
