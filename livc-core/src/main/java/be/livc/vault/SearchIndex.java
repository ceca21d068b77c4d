package be.livc.vault;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the subjects of one cell can be found by, in clear, as of a moment. Never written anywhere. */
record SearchIndex(List<Subject> subjects) {

    static final SearchIndex EMPTY = new SearchIndex(List.of());

    /** Where a search record is kept. */
    record Key(UUID record, UUID row) {}

    /** One subject, made ready to compare. */
    record Subject(Key key, long revision, List<NameMatcher.Name> names, Optional<LocalDate> birthDate) {

        /** The name, each alias, and all of them together for who mixes them: "Djo Janssens". */
        static Subject of(Key key, long revision, SearchRecord read) {
            String name = String.join(" ", read.names());
            Stream<String> others = read.aliases().isEmpty()
                    ? Stream.empty()
                    : Stream.concat(read.aliases().stream(), Stream.of(name + " " + String.join(" ", read.aliases())));
            List<NameMatcher.Name> names = Stream.concat(Stream.of(name), others)
                    .map(NameMatcher::prepare)
                    .toList();
            return new Subject(key, revision, names, read.birthDate());
        }

        /** Shows nothing of the subject. */
        @Override
        public String toString() {
            return "•••";
        }
    }

    SearchIndex {
        subjects = List.copyOf(subjects);
    }

    /** Changes whenever any revision does. */
    long fingerprint() {
        long all = 0;
        for (Subject subject : subjects) {
            all ^= subject.revision();
        }
        return all;
    }

    Map<Key, Subject> byKey() {
        Map<Key, Subject> byKey = new HashMap<>();
        subjects.forEach(subject -> byKey.put(subject.key(), subject));
        return byKey;
    }

    /** Only the subjects of these records. */
    SearchIndex with(Predicate<UUID> records) {
        List<Subject> kept = subjects.stream()
                .filter(subject -> records.test(subject.key().record()))
                .toList();
        return kept.size() == subjects.size() ? this : new SearchIndex(kept);
    }
}
