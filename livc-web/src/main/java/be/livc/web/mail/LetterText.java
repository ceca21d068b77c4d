package be.livc.web.mail;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.consultation.Convocations;
import be.livc.post.Letter;
import be.livc.post.Post;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words a letter, in the language of whom it is for. It is given nothing that it may not tell. */
@Component
public class LetterText {

    /**
     * A letter in words.
     *
     * @param calendar the file for a calendar; a notice has none
     */
    public record Worded(String subject, String body, Optional<CalendarFile> calendar) {}

    private static final Set<String> NOTICES = Set.of(Post.MEASURES, Post.REVIEWS, Post.EXPIRIES);

    private final MessageSource messages;
    private final Mandates mandates;
    private final Accounts accounts;
    private final String address;

    LetterText(
            MessageSource messages, Mandates mandates, Accounts accounts, @Value("${livc.address:}") String address) {
        this.messages = messages;
        this.mandates = mandates;
        this.accounts = accounts;
        this.address = address;
    }

    Worded of(Letter letter) {
        Locale language = languageOf(letter.to());
        if (NOTICES.contains(letter.kind())) {
            return new Worded(
                    say("mail.subject." + letter.kind(), language),
                    say("mail.notice." + letter.kind(), language, isAddressKnown(), address + "/taken"),
                    Optional.empty());
        }
        return new Worded(
                say("mail.subject." + letter.kind(), language),
                aboutMeeting(letter, language),
                Optional.of(calendar(letter, say("mail.calendar." + letter.kind(), language))));
    }

    private String aboutMeeting(Letter letter, Locale language) {
        return switch (letter.kind()) {
            case Convocations.WITHDRAWN -> say("mail.withdrawn", language, date(letter.heldOn(), language));
            case Convocations.MOVED ->
                when("mail.moved.hour", "mail.moved.day", letter.heldOn(), letter.startsAt(), language);
            default -> invitation(letter.heldOn(), letter.startsAt(), language);
        };
    }

    private static CalendarFile calendar(Letter letter, String summary) {
        CalendarFile.Appointment appointment =
                new CalendarFile.Appointment(letter.about(), letter.to(), letter.heldOn(), letter.startsAt());
        return letter.kind().equals(Convocations.WITHDRAWN)
                ? CalendarFile.withdrawing(appointment, letter.createdAt(), summary)
                : CalendarFile.of(appointment, letter.createdAt(), summary);
    }

    /** What an invitation says; also to copy where no mail is sent. */
    public String invitation(LocalDate day, Optional<LocalTime> hour, Locale language) {
        return when("mail.body.hour", "mail.body.day", day, hour, language);
    }

    private String when(String withHour, String without, LocalDate day, Optional<LocalTime> hour, Locale language) {
        return say(
                hour.isPresent() ? withHour : without,
                language,
                date(day, language),
                hour.map(LocalTime::toString).orElse(""),
                isAddressKnown(),
                address + "/uitnodigingen");
    }

    private static String date(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(day);
    }

    /** 1 where a letter can lead to a page, else 0: it then says in words where to sign in. */
    private int isAddressKnown() {
        return address.isEmpty() ? 0 : 1;
    }

    /** What stands in a calendar. */
    public String summary(Locale language) {
        return say("mail.calendar.INVITATION", language);
    }

    private Locale languageOf(MandateId to) {
        return mandates.find(to)
                .flatMap(Mandate::user)
                .flatMap(accounts::find)
                .map(Account::locale)
                .map(Locale::forLanguageTag)
                .orElse(Locale.forLanguageTag("nl"));
    }

    private String say(String key, Locale language, Object... about) {
        return messages.getMessage(key, about, language);
    }
}
