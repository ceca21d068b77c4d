package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.LayEmbargo;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.consultation.Attend;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Disclose;
import be.livc.consultation.Disclosed;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.platform.Refusal;
import be.livc.setup.Setup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A cell in which, at random, people come, sign, leave and tell, embargoes are laid and lifted, days pass, a basis expires and
 * another is withdrawn, and mandates end: against the real database, through the use cases. Whatever happens, the gate refuses
 * for exactly the reasons of the {@link RoomOracle}, and each person sees exactly what it says. {@code -Dlivc.random.steps=…}.
 */
class SightPropertyTest extends CaseTest {

    private static final int STEPS = Integer.getInteger("livc.random.steps", 40);
    private static final int ROOMS = Integer.getInteger("livc.random.rooms", 3);
    private static final long SEED = Long.getLong("livc.random.seed", 458L);
    private static final int STEPS_BETWEEN_LOOKS = 15;
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private static final String CAW = "het CAW";
    private static final String JUSTICE_HOUSE = "het justitiehuis";
    private static final String PARKET = "het parket";
    private static final List<String> EVERYONE =
            List.of(MAYOR, COORDINATOR, OFFICER, CLB, OCMW, CAW, JUSTICE_HOUSE, PARKET);
    /** Whose mandate may end: the coordinator records for all, and the two others lay embargoes. */
    private static final List<String> MAY_LEAVE = List.of(CLB, OCMW, CAW, JUSTICE_HOUSE, MAYOR);

    @Autowired
    Setup setup;

    @Autowired
    Mandates mandates;

    @Autowired
    EmbargoFlow embargoFlow;

    @Autowired
    Subjects subjects;

    @Autowired
    TransactionTemplate transactions;

    private final Random random = new Random(SEED);
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Actor> people = new LinkedHashMap<>();
    private final Map<String, EmbargoId> embargoes = new HashMap<>();
    private LegalBasisId law;
    private LegalBasisId decree;
    private LocalDate decreeEnds;
    private boolean withdrawn;
    private Instant before;
    private int told;
    private int refused;
    private int looks;

    /** One item of one consultation, with what the oracle remembers of it. */
    private record Room(CaseId caseId, ConsultationId consultation, UUID item, RoomOracle oracle) {}

    @AfterEach
    void put_the_clock_back() {
        clock.set(before);
    }

    @Test
    void everyone_sees_what_they_told_or_heard_unless_it_is_hidden_or_their_mandate_ended() {
        List<Room> rooms = rooms();
        for (int step = 0; step < STEPS * ROOMS; step++) {
            Room room = rooms.get(step % ROOMS);
            takeStep(room, step);
            if (step % (STEPS_BETWEEN_LOOKS * ROOMS) < ROOMS) {
                look(room, step);
            }
        }
        rooms.forEach(room -> look(room, STEPS * ROOMS));
        System.out.printf(
                "sight against oracle: %d told, %d refused, %d embargoes, %d looks, %d mandates ended%n",
                told, refused, embargoes.size(), looks, ended.size());
        assertThat(told).isGreaterThan(ROOMS);
        assertThat(refused).isGreaterThan(ROOMS);
    }

    private List<Room> rooms() {
        before = clock.instant();
        LocalDate today = LocalDate.now(clock);
        decreeEnds = today.plusDays(3);
        cell = aTown().withMandate(CAW, Capacity.MEMBER, "CAW")
                .withMandate(JUSTICE_HOUSE, Capacity.MEMBER, "JUSTITIEHUIS")
                .withMandate(PARKET, Capacity.PROSECUTOR)
                .withLawCovering("MUNICIPALITY", "POLICE", "CLB", "OCMW", "CAW", "PARKET")
                .foundedIn(beans);
        EVERYONE.forEach(who -> people.put(who, as(who)));
        law = in(() -> bases.all()).get(0).id();
        decree = in(() -> setup.recordBasis(
                        as(COORDINATOR),
                        new RecordBasis(
                                BasisKind.DECREE,
                                "Decreet dat het justitiehuis noemt",
                                List.of("PREVENT_TERRORISM"),
                                Optional.empty(),
                                "Zoals het decreet het zegt",
                                List.of("JUSTITIEHUIS"),
                                today.minusDays(1),
                                Optional.of(decreeEnds))))
                .id();
        List<Room> rooms = new ArrayList<>();
        for (int i = 0; i < ROOMS; i++) {
            rooms.add(room());
        }
        return rooms;
    }

    private Room room() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, EVERYONE.toArray(String[]::new));
        clear(consultation, 1);
        RoomOracle oracle = new RoomOracle();
        for (String who : List.of(MAYOR, COORDINATOR, OFFICER)) {
            comesAndSigns(consultation, 1, who);
            oracle.comes(who, true);
        }
        run(() -> consultationFlow.open(as(MAYOR), consultation));
        UUID item = in(() -> consultationReading.open(as(COORDINATOR), consultation))
                .items()
                .get(0)
                .id();
        return new Room(caseId, consultation, item, oracle);
    }

    private void takeStep(Room room, int step) {
        int choice = random.nextInt(20);
        if (choice < 6) {
            move(room);
        } else if (choice < 14) {
            tell(room, step);
        } else if (choice == 14) {
            hide(room);
        } else if (choice < 18) {
            showAgain(room);
        } else if (choice == 18) {
            clock.advance(Duration.ofMinutes(30 + random.nextInt(8 * 60)));
        } else if (step > STEPS * ROOMS / 3 && random.nextInt(4) == 0 && ended.size() < 2) {
            end(one(MAY_LEAVE));
        } else if (step > STEPS * ROOMS * 4 / 5 && !withdrawn) {
            in(() -> setup.withdrawBasis(as(COORDINATOR), law));
            withdrawn = true;
        }
    }

    private void move(Room room) {
        String who = one(EVERYONE.subList(1, EVERYONE.size()));
        if (room.oracle().isSuspended() || ended.contains(who)) {
            return;
        }
        boolean leaves = room.oracle().inTheRoom.containsKey(who) && random.nextInt(4) == 0;
        boolean signs = random.nextInt(4) != 0;
        run(() -> rollCall.attend(
                as(COORDINATOR),
                room.consultation(),
                1,
                mandate(who),
                new Attend(
                        Optional.empty(),
                        leaves ? Optional.of(clock.instant()) : Optional.empty(),
                        signs && !leaves ? Optional.of(Attend.Statement.PAPER) : Optional.empty())));
        if (leaves) {
            gone(room, who);
        } else {
            room.oracle().comes(who, signs || signedBefore(room, who));
            if (signs) {
                signatures.add(room.caseId() + who);
            }
        }
    }

    private final Set<String> signatures = new HashSet<>();

    /** A statement that was signed at an item holds when one comes back to it. */
    private boolean signedBefore(Room room, String who) {
        return signatures.contains(room.caseId() + who);
    }

    private void gone(Room room, String who) {
        if (room.oracle().hears(who)) {
            signatures.add(room.caseId() + who);
        }
        room.oracle().inTheRoom.remove(who);
    }

    private void tell(Room room, int step) {
        String speaker = random.nextInt(4) == 0
                ? one(EVERYONE)
                : one(List.copyOf(room.oracle().inTheRoom.keySet()));
        boolean named = random.nextInt(3) == 0;
        List<String> to = named ? some(EVERYONE) : acting(room);
        Set<String> expected = room.oracle().isSuspended()
                ? Set.of("not-found")
                : room.oracle().whyNot(speaker, to, asTheyAre(), ended, today());
        Optional<List<MandateId>> recipients =
                named ? Optional.of(to.stream().map(this::mandate).toList()) : Optional.empty();
        try {
            Disclosed disclosed = in(() -> meeting.disclose(
                    as(COORDINATOR),
                    room.consultation(),
                    1,
                    new Disclose(mandate(speaker), "Mededeling " + step, random.nextBoolean(), recipients)));
            assertThat(expected).as("step %d: told", step).isEmpty();
            room.oracle().told.add(new RoomOracle.Told(disclosed.id().toString(), speaker, new HashSet<>(to)));
            told++;
        } catch (Refusal refusal) {
            assertThat(reasons(refusal)).as("step %d: refused", step).isEqualTo(expected);
            refused++;
        }
    }

    private List<String> acting(Room room) {
        return EVERYONE.stream()
                .filter(who -> room.oracle().hears(who) && !ended.contains(who))
                .toList();
    }

    private List<RoomOracle.Basis> asTheyAre() {
        return List.of(
                new RoomOracle.Basis(
                        law.toString(),
                        Set.of(MAYOR, COORDINATOR, OFFICER, CLB, OCMW, CAW, PARKET),
                        LocalDate.MAX,
                        withdrawn),
                new RoomOracle.Basis(decree.toString(), Set.of(JUSTICE_HOUSE), decreeEnds, false));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BRUSSELS);
    }

    private Set<String> reasons(Refusal refusal) {
        Map<String, String> names = new HashMap<>();
        people.forEach((name, actor) -> names.put(actor.mandate().toString(), name));
        return refusal.reasons().isEmpty()
                ? Set.of(refusal.code())
                : refusal.reasons().stream()
                        .map(reason -> reason.code() + " " + names.getOrDefault(reason.detail(), reason.detail()))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private void hide(Room room) {
        String layer = random.nextBoolean() ? OFFICER : PARKET;
        RoomOracle oracle = room.oracle();
        List<String> targets = new ArrayList<>(List.of(RoomOracle.CASE));
        boolean othersHideAll = oracle.hidden.stream()
                .anyMatch(one -> !one.by().equals(layer) && !one.what().contains("-"));
        if (!othersHideAll) {
            targets.addAll(oracle.seenBy(layer, ended));
            if (layer.equals(OFFICER)) {
                targets.add(RoomOracle.ITEM);
            }
        }
        String target = one(targets);
        if (oracle.hidden.contains(new RoomOracle.Hidden(target, layer))) {
            return;
        }
        LayEmbargo asked =
                switch (target) {
                    case RoomOracle.CASE ->
                        embargo(ObjectType.CASE, room.caseId().value());
                    case RoomOracle.ITEM -> embargo(ObjectType.AGENDA_ITEM, room.item());
                    default -> embargo(ObjectType.DISCLOSURE, UUID.fromString(target));
                };
        embargoes.put(room.caseId() + target + layer, in(() -> embargoFlow.lay(as(layer), asked)));
        oracle.hidden.add(new RoomOracle.Hidden(target, layer));
    }

    private LayEmbargo embargo(ObjectType type, UUID object) {
        return new LayEmbargo(type, object, Optional.of("notitie"), today().plusDays(10));
    }

    private void showAgain(Room room) {
        if (room.oracle().hidden.isEmpty()) {
            return;
        }
        RoomOracle.Hidden lifted = one(room.oracle().hidden);
        EmbargoId id = embargoes.get(room.caseId() + lifted.what() + lifted.by());
        run(() -> embargoFlow.lift(as(lifted.by()), id));
        room.oracle().hidden.remove(lifted);
    }

    private void end(String who) {
        if (ended.add(who)) {
            in(() -> setup.endMandate(as(ADMINISTRATOR), mandate(who)));
        }
    }

    private void look(Room room, int step) {
        for (String who : EVERYONE) {
            assertThat(seen(who, room))
                    .as("step %d: %s", step, who)
                    .isEqualTo(room.oracle().seenBy(who, ended));
            as(who, reader -> assertThat(isNamedInAList(reader, room))
                    .as("step %d: whom it is about, in a list, for %s", step, who)
                    .isEqualTo(whoSees.sees(reader, subjectOf(room))));
            looks++;
        }
    }

    /** A list looks for no more reasons than it needs; whom it names is decided as everywhere. */
    private boolean isNamedInAList(Actor reader, Room room) {
        return cases.labels(reader, List.of(room.caseId()))
                .get(room.caseId())
                .subject()
                .isPresent();
    }

    private UUID subjectOf(Room room) {
        return transactions.execute(tx -> subjects.idOf(room.caseId())).orElseThrow();
    }

    private void as(String who, Consumer<Actor> look) {
        run(() -> mandates.actor(as(who).user(), cell.id(), as(who).source()).ifPresent(look));
    }

    /** What the program shows to this person; nothing when their mandate lets them in no more. */
    private Set<String> seen(String who, Room room) {
        Optional<Actor> reader = in(() -> mandates.actor(as(who).user(), cell.id(), as(who).source()));
        if (reader.isEmpty()) {
            return Set.of();
        }
        try {
            CaseView view = in(() -> cases.open(reader.get(), room.caseId()));
            return view.timeline().stream()
                    .filter(piece -> piece.type() == ObjectType.DISCLOSURE)
                    .map(piece -> piece.id().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (Refusal hidden) {
            assertThat(hidden).hasMessage("not-found");
            return Set.of();
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> some(List<T> of) {
        return of.stream().filter(each -> random.nextInt(3) == 0).toList();
    }
}
