package be.livc.testing;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.FoundCell;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandates;
import be.livc.cell.Partner;
import be.livc.cell.Partners;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.law.RecordBasis;
import be.livc.ledger.LedgerActor;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.RequestSource;
import be.livc.setup.Setup;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds a cell with people in it, through the program's own doors:
 *
 * <pre>
 *   ACell cell = aCell().withMandate("An", Capacity.COORDINATOR).withMandate("Els", Capacity.MEMBER).foundedIn(beans);
 *   cell.in(() -&gt; signals.file(cell.actor("An"), ...));
 * </pre>
 */
public final class ACell {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final CellId id;
    private final Map<String, Actor> people;
    private final TransactionTemplate transactions;

    private ACell(CellId id, Map<String, Actor> people, TransactionTemplate transactions) {
        this.id = id;
        this.people = people;
        this.transactions = transactions;
    }

    /** A LIVC R in Gent, until said otherwise. */
    public static Builder aCell() {
        return new Builder();
    }

    /** Its id. */
    public CellId id() {
        return id;
    }

    /** The person that was given a mandate under this name. */
    public Actor actor(String name) {
        Actor actor = people.get(name);
        if (actor == null) {
            throw new IllegalArgumentException("nobody was given a mandate under the name " + name);
        }
        return actor;
    }

    /** The same cell, with somebody more in it: with an account and a running mandate, cleared, for a partner of their own. */
    public ACell joinedBy(String name, Capacity capacity, BeanFactory beans) {
        Map<String, Actor> more = new LinkedHashMap<>(people);
        transact(() -> more.putAll(new Builder().withMandate(name, capacity).give(id, beans)));
        return new ACell(id, more, transactions);
    }

    /** Works with this cell bound to the thread, without a transaction. */
    public <T> T in(Supplier<T> work) {
        return CurrentCell.in(id, work);
    }

    /** Work without a result in this cell, to be done later, with this cell bound to the thread that does it. */
    public Supplier<Boolean> later(Runnable work) {
        return () -> in(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** The same as {@link #in} in one transaction, which is committed when this returns. */
    public <T> T transact(Supplier<T> work) {
        return in(() -> transactions.execute(status -> work.get()));
    }

    /** The same for work without a result. */
    public void transact(Runnable work) {
        transact(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** What the cell is to be. */
    public static final class Builder {

        private record Person(String name, Capacity capacity, String category) {}

        private final List<Person> people = new ArrayList<>();
        private CellKind kind = CellKind.LIVC_R;
        private List<String> towns = List.of("44021");
        private String purpose = "PREVENT_TERRORISM";
        private Optional<RecordBasis> basis = Optional.empty();

        private Builder() {}

        /** Another kind of cell. */
        public Builder ofKind(CellKind other) {
            kind = other;
            return this;
        }

        /** The towns that share it, by NIS code. */
        public Builder ofTowns(String... nis) {
            towns = List.of(nis);
            return this;
        }

        /** Another main purpose: a code of the list {@code purposes}. */
        public Builder forPurpose(String code) {
            purpose = code;
            return this;
        }

        /** A law, valid for a year on both sides of today, that covers these partner categories for the main purpose. */
        public Builder withLawCovering(String... categories) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            return withBasis(new RecordBasis(
                    BasisKind.LAW,
                    "Wet voor deze test",
                    List.of(purpose),
                    Optional.empty(),
                    "Zoals de wet het zegt",
                    List.of(categories),
                    today.minusYears(1),
                    Optional.of(today.plusYears(1))));
        }

        /** Another legal basis. */
        public Builder withBasis(RecordBasis recorded) {
            basis = Optional.of(recorded);
            return this;
        }

        /** Somebody with an account and a running mandate, cleared, for the partner that usually goes with the capacity. */
        public Builder withMandate(String name, Capacity capacity) {
            return withMandate(name, capacity, usualCategory(capacity));
        }

        /** The same for a partner of this category (code list {@code partner-categories}); one partner per category. */
        public Builder withMandate(String name, Capacity capacity, String partnerCategory) {
            people.add(new Person(name, capacity, partnerCategory));
            return this;
        }

        private static String usualCategory(Capacity capacity) {
            return switch (capacity) {
                case INFORMATION_OFFICER, POLICE -> "POLICE";
                case PROSECUTOR -> "PARKET";
                case PRISON_DIRECTION -> "PRISON";
                case PSYCHOSOCIAL_SERVICE -> "PSD";
                case LIAISON_OFFICER -> "FLEMISH_LIAISON";
                case MEMBER -> "CLB";
                case DESK -> "VVSG";
                default -> "MUNICIPALITY";
            };
        }

        /** Founds the cell, with its keys, partners, accounts and mandates, each in the way the program does. */
        public ACell foundedIn(BeanFactory beans) {
            CellId id = new CellId(Ids.next());
            TransactionTemplate transactions = beans.getBean(TransactionTemplate.class);
            Map<String, Actor> actors = CurrentCell.in(id, () -> {
                transactions.executeWithoutResult(status -> found(beans));
                return transactions.execute(status -> give(id, beans));
            });
            return new ACell(id, actors, transactions);
        }

        private void found(BeanFactory beans) {
            List<String> municipalities = kind == CellKind.LIVC_R ? towns : List.of();
            String name = "Cel " + NEXT.incrementAndGet() + " " + CurrentCell.require();
            beans.getBean(Setup.class)
                    .found(
                            LedgerActor.PROGRAM,
                            RequestSource.PROGRAM,
                            new FoundCell(kind, name, municipalities, purpose, Optional.empty()));
            basis.ifPresent(recorded -> beans.getBean(LegalBases.class).record(recorded));
        }

        private Map<String, Actor> give(CellId id, BeanFactory beans) {
            LocalDate today = LocalDate.ofInstant(beans.getBean(Clock.class).instant(), ZoneOffset.UTC);
            Map<String, Partner> partners = new LinkedHashMap<>();
            Map<String, Actor> actors = new LinkedHashMap<>();
            for (Person person : people) {
                Partner partner = partners.computeIfAbsent(person.category(), category -> beans.getBean(Partners.class)
                        .add(category.toLowerCase(Locale.ROOT) + " van de cel", category, "FLEMISH"));
                Account account = beans.getBean(Accounts.class)
                        .open(person.name() + "@" + id, person.name(), "{noop}unused", "nl");
                beans.getBean(Mandates.class)
                        .give(new GiveMandate(
                                Optional.of(account.id()),
                                person.name(),
                                partner.id(),
                                person.capacity(),
                                today.minusYears(1),
                                Optional.empty(),
                                Optional.of(today.plusYears(1))));
                actors.put(
                        person.name(),
                        beans.getBean(Mandates.class)
                                .actor(account.id(), id, RequestSource.PROGRAM)
                                .orElseThrow());
            }
            return actors;
        }
    }
}
