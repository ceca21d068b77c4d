package be.livc.web.casefile;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseRow;
import be.livc.cell.Actor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds a case by the number that people call it by. */
@Component
public class CaseNumbers {

    private static final Pattern NUMBER = Pattern.compile("D-\\d{4}-\\d{3,}");

    private final CaseFiles cases;

    CaseNumbers(CaseFiles cases) {
        this.cases = cases;
    }

    /** Whether this reads as a number of a case, in small or capital letters. */
    public static boolean isNumber(String typed) {
        return NUMBER.matcher(typed.strip().toUpperCase(Locale.ROOT)).matches();
    }

    /**
     * The case of this number, when the reader sees it. Asks for the page of the list that begins right after the number's
     * place, so that the list decides and records as ever.
     */
    public Optional<CaseRow> find(Actor reader, String typed) {
        String number = typed.strip().toUpperCase(Locale.ROOT);
        if (!isNumber(number)) {
            return Optional.empty();
        }
        return cases.list(reader, Optional.empty(), Optional.of(number + "0"), 1).items().stream()
                .filter(row -> row.number().equals(number))
                .findFirst();
    }
}
