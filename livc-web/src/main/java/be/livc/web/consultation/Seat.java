package be.livc.web.consultation;

import be.livc.cell.MandateId;
import be.livc.consultation.Attend;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.ConsultationView.Attending;
import be.livc.consultation.ConsultationView.Invited;
import be.livc.consultation.ConsultationView.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person at a consultation, or at one item of it.
 *
 * @param name person and organisation
 * @param items the items that they are invited to or came to
 * @param declined whether they answered that they do not take part
 * @param present whether they are in the room at one of the items
 * @param since when they came, the last time while they are in the room
 * @param until when they left, when they are not in the room
 * @param statement how they signed the statement of confidentiality
 */
record Seat(
        MandateId id,
        String name,
        List<Integer> items,
        boolean declined,
        boolean present,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<Attend.Statement> statement) {

    public boolean signed() {
        return statement.isPresent();
    }

    /** Whether something can be told to them now. */
    public boolean mayHear() {
        return present && signed();
    }

    /** Everyone at the consultation, in the order in which they were invited. */
    static List<Seat> of(ConsultationView view) {
        return of(view.items());
    }

    /** Everyone at one item. */
    static List<Seat> at(Item item) {
        return of(List.of(item));
    }

    private static List<Seat> of(List<Item> items) {
        Map<MandateId, String> names = new LinkedHashMap<>();
        for (Item item : items) {
            item.invited().forEach(one -> names.putIfAbsent(one.mandate(), one.name()));
            item.attendance().forEach(one -> names.putIfAbsent(one.mandate(), one.name()));
        }
        List<Seat> seats = new ArrayList<>();
        names.forEach((id, name) -> seats.add(of(id, name, items)));
        return seats;
    }

    private static Seat of(MandateId id, String name, List<Item> items) {
        List<Invited> invited = items.stream()
                .flatMap(item -> item.invited().stream())
                .filter(one -> one.mandate().equals(id))
                .toList();
        List<Attending> came = items.stream()
                .flatMap(item -> item.attendance().stream())
                .filter(one -> one.mandate().equals(id))
                .toList();
        boolean present = came.stream().anyMatch(one -> one.left().isEmpty());
        return new Seat(
                id,
                name,
                items.stream().filter(item -> concerns(item, id)).map(Item::n).toList(),
                !invited.isEmpty()
                        && invited.stream().allMatch(one -> one.answer().equals("DECLINED")),
                present,
                came.stream()
                        .flatMap(one -> one.stays().stream())
                        .filter(stay -> !present || stay.left().isEmpty())
                        .map(ConsultationView.Stay::arrived)
                        .min(Instant::compareTo),
                present
                        ? Optional.empty()
                        : came.stream().flatMap(one -> one.left().stream()).max(Instant::compareTo),
                came.stream().flatMap(one -> one.statement().stream()).findFirst());
    }

    private static boolean concerns(Item item, MandateId id) {
        return item.invited().stream().anyMatch(one -> one.mandate().equals(id))
                || item.attendance().stream().anyMatch(one -> one.mandate().equals(id));
    }
}
