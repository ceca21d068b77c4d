package be.livc.web.demo;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.cell.Mandates;
import be.livc.desk.ReferencePersons;
import be.livc.desk.StudyDays;
import be.livc.desk.SupportOffers;
import be.livc.platform.CurrentCell;
import be.livc.platform.RequestSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the desk of the demo has for all cells: invented offers, contacts and days. */
@Component
@ConditionalOnProperty("livc.demo")
class DemoDesk {

    private static final String CONSULTANT = "vvsg";

    private final Cells cells;
    private final Accounts accounts;
    private final Mandates mandates;
    private final SupportOffers offers;
    private final ReferencePersons references;
    private final StudyDays days;
    private final DeskStory story;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoDesk(
            Cells cells,
            Accounts accounts,
            Mandates mandates,
            SupportOffers offers,
            ReferencePersons references,
            StudyDays days,
            DeskStory story,
            TransactionTemplate transactions,
            Clock clock) {
        this.cells = cells;
        this.accounts = accounts;
        this.mandates = mandates;
        this.offers = offers;
        this.references = references;
        this.days = days;
        this.story = story;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        Optional<Cell> desk = cells.all().stream()
                .filter(cell -> cell.kind() == CellKind.DESK
                        && cell.founding().filter(DemoCells.FOUNDING::equals).isPresent())
                .findFirst();
        Optional<Account> account = accounts.byUsername(CONSULTANT);
        boolean empty = offers.all(Optional.empty(), Optional.empty()).isEmpty();
        if (desk.isPresent() && account.isPresent() && empty) {
            CurrentCell.run(
                    desk.get().id(),
                    () -> transactions.executeWithoutResult(
                            tx -> mandates.actor(account.get().id(), desk.get().id(), RequestSource.PROGRAM)
                                    .ifPresent(this::tell)));
        }
    }

    private void tell(Actor consultant) {
        offer(
                consultant,
                "DERADICALISATION",
                "Terugweg (demo)",
                "FLANDERS",
                "Gesprekken met wie afstand wil nemen van een gewelddadige beweging. Op verwijzing, ook thuis.");
        offer(
                consultant,
                "VICTIM_SUPPORT",
                "Naast u (demo)",
                "ANTWERPEN",
                "Opvang en opvolging van wie slachtoffer werd"
                        + " van geweld of bedreiging, en van wie het zag gebeuren.");
        offer(
                consultant,
                "POLARISATION",
                "Bruggenbouwers (demo)",
                "LIMBURG",
                "Begeleidt scholen en wijken wanneer groepen tegenover elkaar komen te staan.");
        offer(
                consultant,
                "HATE_SPEECH",
                "Tegenwoord (demo)",
                "FLANDERS",
                "Helpt jeugdwerkers en scholen reageren op haatspraak, online en in de klas.");
        references.add(
                consultant,
                new ReferencePersons.About(
                        "EDUCATION", "Griet Maenhout", "Pedagogische begeleiding (demo)", "onderwijs@demo.example"));
        references.add(
                consultant,
                new ReferencePersons.About("SPORT", "Idris Vandeputte", "Sportfederatie (demo)", "sport@demo.example"));
        days.announce(
                consultant,
                new StudyDays.About(
                        "STUDY_DAY",
                        "Van signaal naar plan",
                        LocalDate.now(clock).plusDays(40),
                        "Brussel",
                        60));
        days.announce(
                consultant,
                new StudyDays.About(
                        "INFO_SESSION",
                        "Starten met een LIVC R",
                        LocalDate.now(clock).plusDays(12),
                        "Online",
                        200));
        story.tell(consultant);
    }

    private void offer(Actor consultant, String kind, String name, String region, String text) {
        offers.add(
                consultant,
                new SupportOffers.About(kind, name, "Fictieve organisatie", region, text, "contact@demo.example"));
    }
}
