package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseView;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.LayEmbargo;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A cell in which, at random, people come, sign, leave and tell, embargoes are laid and lifted, days pass, a basis expires and
 * another is withdrawn, and mandates end: against the real database, through the use cases. Whatever happens, the gate refuses
 * for exactly the reasons of the {@link RoomOracle}, and each person sees exactly what it says. {@code -Dlivc.random.steps=…}.
 */
class SightPropertyTest extends RandomRoomsTestBase {

    private static final int STEPS = Integer.getInteger("livc.random.steps", 40);
    private static final int STEPS_BETWEEN_LOOKS = 15;

    /** Whose mandate may end: the coordinator records for all, and the two others lay embargoes. */
    private static final List<String> MAY_LEAVE = List.of(CLB, OCMW, CAW, JUSTICE_HOUSE, MAYOR);

    @Autowired
    Subjects subjects;

    @Autowired
    TransactionTemplate transactions;

    private final Map<String, EmbargoId> laid = new HashMap<>();
    private int looks;

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
                told, refused, laid.size(), looks, ended.size());
        assertThat(told).isGreaterThan(ROOMS);
        assertThat(refused).isGreaterThan(ROOMS);
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
        } else if (step > STEPS * ROOMS * 4 / 5) {
            withdraw();
        }
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
        laid.put(room.caseId() + target + layer, in(() -> embargoFlow.lay(as(layer), asked)));
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
        EmbargoId id = laid.get(room.caseId() + lifted.what() + lifted.by());
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
}
