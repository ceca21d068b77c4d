package be.livc.web.bench;

import be.livc.casefile.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** People who do not exist, and what could be said of them: some 300 characters at a time. */
final class Sentences {

    private static final List<String> GIVEN =
            List.of("Bram", "Noor", "Ilyas", "Lotte", "Jef", "Amira", "Wout", "Yasmine", "Senne", "Fien", "Karim");
    private static final List<String> FAMILY = List.of(
            "Verhaegen", "Peeters", "El Amrani", "De Smet", "Claes", "Yildiz", "Wouters", "Goossens", "Lambrecht");

    private Sentences() {}

    static Subject person(int n) {
        return new Subject(
                FAMILY.get(n % FAMILY.size()) + " " + n,
                GIVEN.get(n % GIVEN.size()),
                Optional.of(LocalDate.of(1985 + n % 25, 1 + n % 12, 1 + n % 28)),
                n % 5 == 0 ? List.of("roepnaam " + n) : List.of());
    }

    static String about(int n, int which) {
        return ("Melding " + which + " over persoon " + n
                + ": komt al enkele weken niet meer naar de les of het werk, is vaak"
                + " 's nachts buiten en breekt met oude vrienden. De begeleider sprak tweemaal met de ouders; zij vragen hulp."
                + " Er is een nieuw gesprek afgesproken, en tot dan houdt de school een oog in het zeil.");
    }
}
