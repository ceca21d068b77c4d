package be.livc.web.bench;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.cell.FoundCell;
import be.livc.cell.GiveMandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.PartnerId;
import be.livc.cell.UserId;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.ledger.LedgerActor;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.RequestSource;
import be.livc.setup.Setup;
import be.livc.web.signin.Passwords;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;

/** A cell of its own for the measuring, with the people that a case needs. */
final class Town {

    private static final String NAME = "Meetstad";

    static final String COORDINATOR = "meting.coordinator";
    static final String MAYOR = "meting.burgemeester";
    static final String OFFICER = "meting.io";
    static final String CLB = "meting.clb";
    static final String OCMW = "meting.ocmw";
    static final String JUSTICE = "meting.justitiehuis";
    static final String DPO = "meting.dpo";

    /** Who sits in a consultation. */
    static final List<String> AT_THE_TABLE = List.of(MAYOR, COORDINATOR, OFFICER, CLB, OCMW, JUSTICE);

    private record Person(String username, Capacity capacity, String category) {}

    private static final List<Person> PEOPLE = List.of(
            new Person(MAYOR, Capacity.MAYOR, "MUNICIPALITY"),
            new Person(COORDINATOR, Capacity.COORDINATOR, "MUNICIPALITY"),
            new Person(OFFICER, Capacity.INFORMATION_OFFICER, "POLICE"),
            new Person(CLB, Capacity.MEMBER, "CLB"),
            new Person(OCMW, Capacity.MEMBER, "OCMW"),
            new Person(JUSTICE, Capacity.MEMBER, "JUSTITIEHUIS"),
            new Person(DPO, Capacity.DPO, "MUNICIPALITY"));

    private final CellId id;
    private final Map<String, Actor> people = new LinkedHashMap<>();
    private final LegalBasisId basis;

    private Town(BeanFactory beans) {
        Setup setup = beans.getBean(Setup.class);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Cell cell = setup.found(
                LedgerActor.PROGRAM,
                RequestSource.PROGRAM,
                new FoundCell(CellKind.LIVC_R, NAME, List.of("44021"), Seeding.PURPOSE, Optional.empty()));
        id = cell.id();
        Actor program = programIn(cell);
        String hash = beans.getBean(Passwords.class).chosen("password", "meting", Passwords.OF_THE_DEMO);
        Map<String, PartnerId> partners = new LinkedHashMap<>();
        for (Person person : PEOPLE) {
            PartnerId partner = partners.computeIfAbsent(
                    person.category(), category -> setup.addPartner(program, "Partner " + category, category, "FLEMISH")
                            .id());
            UserId account = setup.openAccount(program, person.username(), person.username(), hash, "nl")
                    .id();
            setup.giveMandate(
                    program,
                    new GiveMandate(
                            Optional.of(account),
                            person.username(),
                            partner,
                            person.capacity(),
                            today.minusYears(1),
                            Optional.empty(),
                            Optional.of(today.plusYears(1))));
            people.put(
                    person.username(),
                    beans.getBean(Mandates.class)
                            .actor(account, id, RequestSource.PROGRAM)
                            .orElseThrow());
        }
        basis = setup.recordBasis(
                        program,
                        new RecordBasis(
                                BasisKind.LAW,
                                "Wet voor deze meting",
                                List.of(Seeding.PURPOSE),
                                Optional.empty(),
                                "Zoals de wet het zegt",
                                List.copyOf(partners.keySet()),
                                today.minusYears(1),
                                Optional.of(today.plusYears(1))))
                .id();
    }

    /** The one of an earlier run. */
    static Optional<CellId> found(BeanFactory beans) {
        return beans.getBean(Cells.class).all().stream()
                .filter(cell -> cell.name().equals(NAME))
                .map(Cell::id)
                .findFirst();
    }

    static Town foundedIn(BeanFactory beans) {
        return beans.getBean(Cells.class).inNewCell(() -> new Town(beans));
    }

    private static Actor programIn(Cell cell) {
        return new Actor(
                new UserId(LedgerActor.PROGRAM.user()),
                "meting",
                cell.id(),
                cell.kind(),
                cell.mainPurpose(),
                new MandateId(LedgerActor.PROGRAM.user()),
                new PartnerId(LedgerActor.PROGRAM.user()),
                Capacity.ADMINISTRATOR,
                RequestSource.PROGRAM);
    }

    CellId id() {
        return id;
    }

    LegalBasisId basis() {
        return basis;
    }

    Actor as(String username) {
        return people.get(username);
    }

    MandateId mandate(String username) {
        return as(username).mandate();
    }

    <T> T in(Supplier<T> work) {
        return CurrentCell.in(id, work);
    }
}
