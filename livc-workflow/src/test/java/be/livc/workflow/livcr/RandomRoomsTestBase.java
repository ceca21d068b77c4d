package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A cell with some consultations in which people come, sign, leave and tell at random, while days pass, a basis expires and
 * another is withdrawn. The gate refuses for exactly the reasons of the {@link RoomOracle}.
 */
abstract class RandomRoomsTestBase extends CaseTest {

    static final int ROOMS = Integer.getInteger("livc.random.rooms", 3);
    static final String PARKET = "het parket";
    static final String CAW = "het CAW";
    static final String JUSTICE_HOUSE = "het justitiehuis";
    static final List<String> EVERYONE = List.of(MAYOR, COORDINATOR, OFFICER, CLB, OCMW, CAW, JUSTICE_HOUSE, PARKET);

    private static final long SEED = Long.getLong("livc.random.seed", 458L);
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Autowired
    Setup setup;

    @Autowired
    Mandates mandates;

    final Random random = new Random(SEED);
    final Set<String> ended = new HashSet<>();
    int told;
    int refused;
    private final Map<String, Actor> people = new LinkedHashMap<>();
    private final Set<String> signatures = new HashSet<>();
    private LegalBasisId law;
    private LegalBasisId decree;
    private LocalDate decreeEnds;
    private boolean withdrawn;
    private Instant before;

    /** One item of one consultation, with what the oracle remembers of it. */
    record Room(CaseId caseId, ConsultationId consultation, UUID item, RoomOracle oracle) {}

    @AfterEach
    void put_the_clock_back() {
        clock.set(before);
    }

    List<Room> rooms() {
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

    void move(Room room) {
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

    void tell(Room room, int step) {
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

    /** The basis that covers all but the justitiehuis is withdrawn, once. */
    void withdraw() {
        if (!withdrawn) {
            in(() -> setup.withdrawBasis(as(COORDINATOR), law));
            withdrawn = true;
        }
    }

    LocalDate today() {
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

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> some(List<T> of) {
        return of.stream().filter(each -> random.nextInt(3) == 0).toList();
    }
}
