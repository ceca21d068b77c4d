package be.livc.web.choices;

import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.law.Article;
import be.livc.law.Articles;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.law.LegalBasisId;
import be.livc.platform.Belgium;
import be.livc.platform.Refusal.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says in plain words why the gate of art. 458ter does not let something through, with the article as it is numbered today.
 *
 * <p>The sentences are in the bundle {@code gate}: {@code gate.<code>}, with what it is about as {0}, the article as {1} and a
 * day, where there is one, as {2}. Which article a code rests on is {@code gate.<code>.article}.
 */
@Component
public class GateTexts {

    /** What a sentence names. */
    private record Named(String subject, String day) {

        static Named only(String subject) {
            return new Named(subject, "");
        }
    }

    private final MessageSource messages;
    private final Mandates mandates;
    private final LegalBases bases;
    private final Articles articles;
    private final Choices choices;
    private final Clock clock;

    GateTexts(
            MessageSource messages,
            Mandates mandates,
            LegalBases bases,
            Articles articles,
            Choices choices,
            Clock clock) {
        this.messages = messages;
        this.mandates = mandates;
        this.bases = bases;
        this.articles = articles;
        this.choices = choices;
        this.clock = clock;
    }

    /** The sentence of a reason; empty when the gate gives no such reason. */
    public Optional<String> of(Reason reason, Locale locale) {
        String key = "gate." + keyOf(reason);
        if (text(key, locale).isEmpty()) {
            return Optional.empty();
        }
        Named named = named(reason, locale);
        return Optional.ofNullable(messages.getMessage(
                key, new Object[] {named.subject(), article(reason.code(), locale), named.day()}, null, locale));
    }

    /** A function that is missing, and a day without a basis, have sentences of their own. */
    private static String keyOf(Reason reason) {
        return switch (reason.code()) {
            case "quorum-missing" -> "quorum-missing." + reason.detail();
            case "no-valid-basis" -> day(reason.detail()).isPresent() ? "no-valid-basis.day" : "no-valid-basis";
            default -> reason.code();
        };
    }

    private Named named(Reason reason, Locale locale) {
        return switch (reason.code()) {
            case "no-valid-basis" ->
                Named.only(day(reason.detail())
                        .map(day -> choices.date(day, locale))
                        .orElseGet(() -> purpose(reason.detail(), locale)));
            case "basis-expired", "basis-not-begun", "basis-withdrawn", "basis-other-purpose" ->
                basis(reason.detail(), locale);
            case "not-covered-by-basis",
                    "mandate-not-running",
                    "clearance-lapsed",
                    "does-not-take-part",
                    "recipient-not-present",
                    "speaker-not-present",
                    "secret-regime-unknown" -> person(reason.detail(), locale);
            default -> Named.only(reason.detail());
        };
    }

    private String purpose(String code, Locale locale) {
        Map<String, String> purposes = choices.labels("purposes", locale);
        return purposes.getOrDefault(code, code);
    }

    private Named basis(String id, Locale locale) {
        return id(id).flatMap(found -> bases.find(new LegalBasisId(found)))
                .map(basis -> new Named(
                        basis.reference(),
                        dayOf(basis).map(day -> choices.date(day, locale)).orElse("")))
                .orElse(Named.only(""));
    }

    private static Optional<LocalDate> dayOf(LegalBasis basis) {
        return basis.withdrawnAt()
                .map(moment -> LocalDate.ofInstant(moment, Belgium.TIME))
                .or(basis::validTo)
                .or(() -> Optional.of(basis.validFrom()));
    }

    private Named person(String id, Locale locale) {
        return id(id).flatMap(found -> mandates.find(new MandateId(found)))
                .map(mandate -> new Named(
                        mandate.nameWithPartner(),
                        mandate.clearanceUntil()
                                .map(day -> choices.date(day, locale))
                                .orElse("")))
                .orElseGet(() -> Named.only(text("gate.somebody", locale).orElse("")));
    }

    private String article(String code, Locale locale) {
        return text("gate." + code + ".article", locale)
                .flatMap(article ->
                        articles.citation(Article.valueOf(article), LocalDate.ofInstant(clock.instant(), Belgium.TIME)))
                .orElse("");
    }

    private Optional<String> text(String key, Locale locale) {
        return Optional.ofNullable(messages.getMessage(key, null, null, locale));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
