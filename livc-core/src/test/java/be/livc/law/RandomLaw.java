package be.livc.law;

import be.livc.cell.APerson;
import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes bases, mandates and clocks at random, near each other, so that the edges between two days are met often. */
final class RandomLaw {

    static final List<String> PURPOSES = List.of("PREVENT_TERRORISM", "PROTECT_INTEGRITY");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    /** Around the night in which the clocks go back. */
    private static final LocalDate MIDDLE = LocalDate.of(2026, 10, 25);

    private static final List<String> CATEGORIES = List.of("POLICE", "CLB", "OCMW", "VDAB");
    private static final List<String> COMMUNITIES = List.of("FLEMISH", "FRENCH", "WALLOON");
    private static final List<LocalTime> HOURS = List.of(
            LocalTime.MIDNIGHT, LocalTime.of(0, 0, 1), LocalTime.of(2, 30), LocalTime.NOON, LocalTime.of(23, 59, 59));

    private final Random random;

    RandomLaw(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    <T> List<T> some(List<T> of) {
        return new ArrayList<>(of.stream().filter(each -> random.nextBoolean()).toList());
    }

    private <T> Optional<T> maybe(int in, Supplier<T> value) {
        return once(in) ? Optional.of(value.get()) : Optional.empty();
    }

    LocalDate day() {
        return MIDDLE.plusDays(random.nextInt(7) - 3L);
    }

    private LocalDate early() {
        return once(3) ? day() : MIDDLE.minusDays(30);
    }

    Instant moment() {
        return day().atTime(one(HOURS)).atZone(BRUSSELS).toInstant();
    }

    LawOracle.Somebody somebody() {
        List<Capacity> capacities = once(3)
                ? List.of(Capacity.values())
                : List.of(Capacity.MAYOR, Capacity.COORDINATOR, Capacity.INFORMATION_OFFICER, Capacity.MEMBER);
        return new LawOracle.Somebody(
                id(),
                one(capacities).name(),
                id(),
                one(CATEGORIES),
                one(COMMUNITIES),
                early(),
                maybe(4, this::day),
                maybe(6, this::moment),
                once(4) ? Optional.empty() : Optional.of(once(2) ? day() : MIDDLE.plusDays(90)));
    }

    LawOracle.Basis basis(List<LawOracle.Somebody> people) {
        List<String> participants = some(CATEGORIES);
        for (LawOracle.Somebody who : people) {
            if (once(8)) {
                participants.add(once(2) ? who.id() : who.partner());
            }
        }
        return new LawOracle.Basis(
                id(), some(PURPOSES), participants, early(), maybe(2, this::day), maybe(5, this::moment));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    static Mandate mandate(LawOracle.Somebody who) {
        return APerson.with(
                UUID.fromString(who.id()),
                Capacity.valueOf(who.capacity()),
                UUID.fromString(who.partner()),
                who.category(),
                who.community(),
                who.from(),
                who.to(),
                who.ended(),
                who.clearance());
    }

    static LegalBasis basis(LawOracle.Basis row) {
        LegalBasis basis = new LegalBasis(
                UUID.fromString(row.id()),
                new RecordBasis(
                        BasisKind.LAW,
                        "Wet",
                        row.purposes(),
                        Optional.empty(),
                        "Zoals de wet het zegt",
                        row.participants(),
                        row.from(),
                        row.to()),
                Instant.EPOCH);
        row.withdrawn().ifPresent(basis::withdraw);
        return basis;
    }
}
