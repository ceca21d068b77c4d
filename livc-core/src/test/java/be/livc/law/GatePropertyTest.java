package be.livc.law;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random bases, mandates, rooms and clocks: the gate and an oracle written from the text of the rules must give the
 * same reasons, each and every time. {@code -Dlivc.random.cases=…} for more of them, {@code -Dlivc.random.seed=…} for others.
 */
class GatePropertyTest {

    private static final int CASES = Integer.getInteger("livc.random.cases", 4_000);
    private static final long SEED = Long.getLong("livc.random.seed", 458L);
    private static final List<String> FUNCTIONS = List.of("MAYOR", "COORDINATOR", "INFORMATION_OFFICER");

    private final Gate gate = new Gate();

    /** One world: rows for the oracle, and the same as the program has them. */
    private record World(
            List<LawOracle.Somebody> people,
            Map<String, Mandate> mandates,
            List<LawOracle.Basis> rows,
            List<LegalBasis> bases) {

        static World at(RandomLaw random) {
            List<LawOracle.Somebody> people = new ArrayList<>();
            Map<String, Mandate> mandates = new HashMap<>();
            for (int i = 0; i < 6; i++) {
                LawOracle.Somebody who = random.somebody();
                people.add(who);
                mandates.put(who.id(), RandomLaw.mandate(who));
            }
            List<LawOracle.Basis> rows = new ArrayList<>();
            int bases = 1 + random.below(3);
            for (int i = 0; i < bases; i++) {
                rows.add(random.basis(people));
            }
            return new World(
                    people, mandates, rows, rows.stream().map(RandomLaw::basis).toList());
        }

        List<Mandate> mandates(List<LawOracle.Somebody> of) {
            return of.stream().map(who -> mandates.get(who.id())).toList();
        }
    }

    @Test
    void the_gate_and_the_text_of_the_rules_agree_on_every_reason() {
        int allowed = 0;
        int refused = 0;
        Set<String> codes = new TreeSet<>();
        for (int i = 0; i < CASES; i++) {
            long seed = SEED + i;
            RandomLaw random = new RandomLaw(seed);
            World world = World.at(random);
            List<Set<String>> expected = new ArrayList<>();
            List<Verdict> given = new ArrayList<>();
            convene(random, world, expected, given);
            invite(random, world, expected, given);
            open(random, world, expected, given);
            tell(random, world, expected, given);
            decide(random, world, expected, given);
            for (int question = 0; question < given.size(); question++) {
                Set<String> reasons = reasons(given.get(question));
                assertThat(reasons)
                        .as("question %d with -Dlivc.random.seed=%d", question, seed)
                        .isEqualTo(expected.get(question));
                reasons.forEach(reason -> codes.add(reason.substring(0, reason.indexOf(' '))));
                allowed += reasons.isEmpty() ? 1 : 0;
                refused += reasons.isEmpty() ? 0 : 1;
            }
        }
        System.out.printf("gate against oracle: %d allowed, %d refused, reasons met: %s%n", allowed, refused, codes);
        assertThat(allowed).isGreaterThan(CASES / 20);
        assertThat(codes).hasSize(20);
    }

    private void convene(RandomLaw random, World world, List<Set<String>> expected, List<Verdict> given) {
        LocalDate day = random.day();
        expected.add(LawOracle.convening(world.rows(), day));
        given.add(gate.convene(world.bases(), day));
    }

    private void invite(RandomLaw random, World world, List<Set<String>> expected, List<Verdict> given) {
        String purpose = random.one(RandomLaw.PURPOSES);
        List<LawOracle.Somebody> people = List.of(random.one(world.people()));
        Instant now = random.moment();
        expected.add(LawOracle.inviting(world.rows(), purpose, people, now));
        given.add(gate.check(world.bases(), purpose, world.mandates(people), now));
    }

    private void open(RandomLaw random, World world, List<Set<String>> expected, List<Verdict> given) {
        List<LawOracle.Point> points = new ArrayList<>();
        List<ToOpen.Item> items = new ArrayList<>();
        int agenda = random.below(3);
        for (int n = 1; n <= agenda; n++) {
            LawOracle.Point point = new LawOracle.Point(
                    n, random.one(RandomLaw.PURPOSES), !random.once(5), random.some(world.people()));
            points.add(point);
            items.add(new ToOpen.Item(n, point.purpose(), point.checked(), world.mandates(point.coming())));
        }
        LawOracle.Room room = room(random, world);
        boolean urgent = random.once(3);
        Instant now = random.moment();
        String chair = random.one(world.people()).id();
        expected.add(LawOracle.opening(world.rows(), urgent, chair, points, room, now));
        given.add(gate.open(new ToOpen(
                "O-1",
                world.bases(),
                urgent,
                new MandateId(UUID.fromString(chair)),
                items,
                composition(room, world),
                now)));
    }

    private static LawOracle.Room room(RandomLaw random, World world) {
        return new LawOracle.Room(random.some(FUNCTIONS), random.some(world.people()));
    }

    private static Composition composition(LawOracle.Room room, World world) {
        return new Composition(
                room.functions().stream().map(Capacity::valueOf).collect(Collectors.toSet()),
                world.mandates(room.there()));
    }

    private void tell(RandomLaw random, World world, List<Set<String>> expected, List<Verdict> given) {
        LawOracle.Somebody speaker = random.one(world.people());
        List<LawOracle.Somebody> to =
                random.once(2) ? List.of(random.one(world.people())) : random.some(world.people());
        List<String> present = ids(random.once(2) ? world.people() : random.some(world.people()));
        List<String> signed = random.once(2) ? present : random.some(present);
        LawOracle.Telling telling = new LawOracle.Telling(
                !random.once(6),
                random.once(6),
                random.once(4),
                room(random, world),
                random.one(RandomLaw.PURPOSES),
                speaker,
                random.once(2),
                to,
                present,
                signed,
                List.of("FLEMISH", "FRENCH"));
        Instant now = random.moment();
        expected.add(LawOracle.telling(world.rows(), telling, now));
        given.add(gate.disclose(new ToDisclose(
                "1",
                world.bases(),
                telling.purpose(),
                telling.open(),
                telling.embargo(),
                telling.urgent(),
                composition(telling.room(), world),
                world.mandates(List.of(speaker)).get(0),
                telling.secret(),
                world.mandates(to),
                mandateIds(present),
                mandateIds(signed),
                Set.copyOf(telling.knownCommunities()),
                now)));
    }

    private void decide(RandomLaw random, World world, List<Set<String>> expected, List<Verdict> given) {
        LawOracle.Deciding deciding = new LawOracle.Deciding(
                !random.once(6),
                random.once(6),
                random.once(2),
                room(random, world),
                random.one(RandomLaw.PURPOSES),
                random.once(2) ? List.of(random.one(world.people())) : random.some(world.people()));
        Instant now = random.moment();
        ToDecide asked = new ToDecide(
                "1",
                world.bases(),
                deciding.purpose(),
                deciding.open(),
                deciding.embargo(),
                deciding.urgent(),
                composition(deciding.room(), world),
                world.mandates(deciding.learning()),
                now);
        expected.add(LawOracle.deciding(world.rows(), deciding, false, now));
        given.add(gate.decide(asked));
        expected.add(LawOracle.deciding(world.rows(), deciding, true, now));
        given.add(gate.setTask(asked));
    }

    private static List<String> ids(List<LawOracle.Somebody> people) {
        return people.stream().map(LawOracle.Somebody::id).toList();
    }

    private static Set<MandateId> mandateIds(List<String> ids) {
        return ids.stream().map(id -> new MandateId(UUID.fromString(id))).collect(Collectors.toSet());
    }

    private static Set<String> reasons(Verdict verdict) {
        return verdict instanceof Verdict.Refused refused
                ? refused.reasons().stream()
                        .map(reason -> reason.code() + " " + reason.detail())
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }
}
