package be.livc.web.demo;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Cell;
import be.livc.cell.GiveMandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.PartnerId;
import be.livc.cell.Partners;
import be.livc.cell.UserId;
import be.livc.ledger.LedgerActor;
import be.livc.platform.RequestSource;
import be.livc.setup.Setup;
import be.livc.web.demo.DemoCell.Organisation;
import be.livc.web.demo.DemoCell.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Founds a demo cell with its partners, accounts, mandates and legal bases, each act in the cell's own ledger. */
@Component
@ConditionalOnProperty("livc.demo")
final class Founding {

    private static final UUID NOBODY = LedgerActor.PROGRAM.user();

    private final Setup setup;
    private final Partners partners;
    private final Mandates mandates;
    private final Clock clock;

    Founding(Setup setup, Partners partners, Mandates mandates, Clock clock) {
        this.setup = setup;
        this.partners = partners;
        this.mandates = mandates;
        this.clock = clock;
    }

    /**
     * Founds it under the id that is bound.
     *
     * @param passwordHash of the password that all accounts of the demo share
     */
    Cast found(DemoCell demo, String passwordHash) {
        Cell cell = setup.found(LedgerActor.PROGRAM, RequestSource.PROGRAM, demo.founded());
        Actor program = programIn(cell);
        Cast cast = new Cast(cell.id(), mandates);
        welcome(program, demo, demo.people(), passwordHash, cast);
        demo.bases().forEach(basis -> setup.recordBasis(cast.actor(demo.recordsBases()), basis));
        return cast;
    }

    /** Lets people into a demo cell that was founded before; its partners are known by their category. */
    void join(Cell cell, DemoCell demo, List<Person> newcomers, String passwordHash) {
        welcome(programIn(cell), demo, newcomers, passwordHash, new Cast(cell.id(), mandates));
    }

    private void welcome(Actor program, DemoCell demo, List<Person> people, String passwordHash, Cast cast) {
        Map<String, PartnerId> there = new HashMap<>();
        partners.all().forEach(partner -> there.putIfAbsent(partner.category(), partner.id()));
        for (Organisation one : demo.organisations()) {
            there.computeIfAbsent(
                    one.category(), category -> setup.addPartner(program, one.name(), category, one.community())
                            .id());
        }
        for (Person person : people) {
            Optional<UserId> account = person.username()
                    .map(username -> setup.openAccount(program, username, person.name(), passwordHash, "nl")
                            .id());
            account.ifPresent(id -> cast.signsIn(person.key(), id));
            PartnerId partner = Objects.requireNonNull(there.get(person.category()), person.category());
            cast.joins(
                    person.key(),
                    setup.giveMandate(program, mandateOf(person, account, partner))
                            .id());
        }
    }

    /** The program sets the cell up as its administrator would; the ledger shows it without a user or mandate. */
    private static Actor programIn(Cell cell) {
        return new Actor(
                new UserId(NOBODY),
                "LIVC",
                cell.id(),
                cell.kind(),
                cell.mainPurpose(),
                new MandateId(NOBODY),
                new PartnerId(NOBODY),
                Capacity.ADMINISTRATOR,
                RequestSource.PROGRAM);
    }

    private GiveMandate mandateOf(Person person, Optional<UserId> account, PartnerId partner) {
        LocalDate today = LocalDate.now(clock);
        boolean needsClearance = person.capacity() == Capacity.INFORMATION_OFFICER;
        return new GiveMandate(
                account,
                person.name(),
                partner,
                person.capacity(),
                today.minusYears(2),
                Optional.empty(),
                needsClearance ? Optional.of(today.plusYears(1)) : Optional.empty());
    }
}
