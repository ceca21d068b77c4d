package be.livc.vault;

import be.livc.naming.NameIndex;
import be.livc.naming.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What the subjects of one cell can be found by, in clear, as of a moment. Never written anywhere. Changed by one thread at a
 * time, searched by many.
 */
final class SearchIndex {

    private static final double BIRTH_DATE_UNKNOWN = 0.5;

    /** Where a search record is kept. */
    record Key(UUID record, UUID row) {}

    /** What is known of a subject beside the names. */
    record Subject(Key key, long revision, Optional<LocalDate> birthDate) {

        /** 1 when born that day, 0 when on another, between when it is not known or not asked. */
        double born(Optional<LocalDate> day) {
            return day.isEmpty() || birthDate.isEmpty() ? BIRTH_DATE_UNKNOWN : birthDate.equals(day) ? 1 : 0;
        }

        /** Shows nothing. */
        @Override
        public String toString() {
            return "•••";
        }
    }

    private final NameIndex<Subject> names = new NameIndex<>();
    private final Map<Key, NameIndex.Listed<Subject>> subjects = new ConcurrentHashMap<>();
    private boolean filled;
    private Optional<UUID> state = Optional.empty();

    synchronized boolean isFilled() {
        return filled;
    }

    /** Whether it holds another state than this of the table; a cell that never had a subject has none. */
    synchronized boolean isBehind(Optional<UUID> now) {
        return !filled || !state.equals(now);
    }

    /** All of this state was put. */
    synchronized void isUpTo(Optional<UUID> now) {
        filled = true;
        state = now;
    }

    int size() {
        return subjects.size();
    }

    /** What a subject is found by, made ready to be put; made by any thread. */
    record Ready(NameIndex.Read names, Optional<LocalDate> birthDate) {

        /** The name as it is said, given names first; each alias; and all of them together for who mixes them: "Djo Janssens". */
        static Ready of(SearchRecord record) {
            List<String> parts = new ArrayList<>(record.names());
            Collections.reverse(parts);
            String name = String.join(" ", parts);
            List<String> all = new ArrayList<>(List.of(name));
            all.addAll(record.aliases());
            if (!record.aliases().isEmpty()) {
                all.add(name + " " + String.join(" ", record.aliases()));
            }
            return new Ready(NameIndex.read(all, record.codes()), record.birthDate());
        }
    }

    synchronized void put(Key key, long revision, Ready ready) {
        Subject subject = new Subject(key, revision, ready.birthDate());
        subjects.compute(
                key,
                (same, before) -> before == null
                        ? names.add(subject, ready.names())
                        : names.replace(before, subject, ready.names()));
    }

    synchronized void remove(Key key) {
        NameIndex.Listed<Subject> gone = subjects.remove(key);
        if (gone != null) {
            names.remove(gone);
        }
    }

    /** Removes the subjects of some records. */
    synchronized void removeIf(Predicate<UUID> records) {
        subjects.keySet().stream()
                .filter(key -> records.test(key.record()))
                .toList()
                .forEach(this::remove);
    }

    /** The revision of each subject. */
    synchronized Map<Key, Long> revisions() {
        Map<Key, Long> revisions = new HashMap<>();
        subjects.forEach((key, listed) -> revisions.put(key, listed.who().revision()));
        return revisions;
    }

    /**
     * Those who may be meant, the most alike first; among very many of one name those born on that day.
     *
     * @param compared with how many the name is compared with care
     */
    NameIndex.Ranking<Subject> named(
            PersonName asked, Optional<LocalDate> birthDate, Predicate<UUID> mayRow, int compared) {
        return names.find(
                asked, subject -> mayRow.test(subject.key().row()), subject -> subject.born(birthDate), compared);
    }

    /** Those born that day whom the asker may see. */
    List<Key> bornOn(LocalDate day, Predicate<UUID> mayRow) {
        List<Key> born = new ArrayList<>();
        subjects.forEach((key, listed) -> {
            if (listed.who().birthDate().filter(day::equals).isPresent() && mayRow.test(key.row())) {
                born.add(key);
            }
        });
        return born;
    }

    /** Those whom a text names. */
    List<Key> namedIn(String text, Predicate<UUID> mayRow) {
        return names.namedIn(text, subject -> mayRow.test(subject.key().row())).stream()
                .map(Subject::key)
                .toList();
    }
}
