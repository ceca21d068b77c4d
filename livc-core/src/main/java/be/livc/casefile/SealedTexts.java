package be.livc.casefile;

import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.cell.MandateId;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Pieces of information about one thing, loaded and still sealed: a signal's facts, what was said at an agenda item. */
public final class SealedTexts {

    /** One piece, opened. */
    public record Text(
            ItemId id,
            ObjectType type,
            Instant at,
            MandateId by,
            Optional<LocalDate> day,
            Optional<String> code,
            boolean secret,
            String text,
            Optional<String> detail,
            Optional<UUID> agendaItem,
            Optional<UUID> about) {}

    /** None at all. */
    public static final SealedTexts NONE = new SealedTexts(List.of());

    private final List<CaseItem> items;

    private SealedTexts(List<CaseItem> items) {
        this.items = items;
    }

    /** Opens all of them under the sight's grant, in the order in which they were kept. */
    public List<Text> open(Vault vault, Sight sight) {
        List<Sealed> sealed = new ArrayList<>();
        for (CaseItem item : items) {
            sealed.add(item.text());
            item.detail().ifPresent(sealed::add);
        }
        Iterator<String> texts = vault.openAll(sealed, sight.grant()).iterator();
        List<Text> opened = new ArrayList<>();
        for (CaseItem item : items) {
            String text = texts.next();
            opened.add(new Text(
                    item.id(),
                    item.type(),
                    item.at(),
                    item.owner(),
                    item.occurredOn(),
                    item.code(),
                    item.isSecret(),
                    text,
                    item.detail().map(present -> texts.next()),
                    item.agendaItem(),
                    item.about()));
        }
        return opened;
    }

    /** Their ids, as access knows them. */
    public List<UUID> ids() {
        return items.stream().map(item -> item.id().value()).toList();
    }

    /** Opens what they say under a grant, each with what belongs to it, for a comparison that shows nothing. */
    public List<String> openForComparison(Vault vault, Grant grant) {
        List<Sealed> sealed = new ArrayList<>();
        for (CaseItem item : items) {
            sealed.add(item.text());
            item.detail().ifPresent(sealed::add);
        }
        return vault.openAll(sealed, grant);
    }

    /** The mandates that contributed them. */
    public Set<MandateId> contributors() {
        return items.stream().map(CaseItem::owner).collect(Collectors.toCollection(HashSet::new));
    }

    /** Loads them: only those that the reader sees. */
    @Component
    public static class Source {

        private final CaseItems items;

        Source(CaseItems items) {
            this.items = items;
        }

        /** All pieces of a case. */
        public SealedTexts of(CaseId caseId, Sight sight) {
            return new SealedTexts(items.of(caseId).stream()
                    .filter(item -> sight.sees(item.id().value()))
                    .toList());
        }

        /** The pieces of a case that are of one kind. */
        public SealedTexts of(CaseId caseId, ObjectType type, Sight sight) {
            return new SealedTexts(items.of(caseId).stream()
                    .filter(item -> item.type() == type)
                    .filter(item -> sight.sees(item.id().value()))
                    .toList());
        }

        /** The pieces of a case that are about one thing. */
        public SealedTexts of(CaseId caseId, UUID about, Sight sight) {
            return new SealedTexts(items.of(caseId).stream()
                    .filter(item -> item.about().filter(about::equals).isPresent())
                    .filter(item -> sight.sees(item.id().value()))
                    .toList());
        }

        /**
         * Everything that was flagged secret at these items of a consultation and in this case, whoever may see it. To be
         * opened under a grant to compare, and shown to nobody.
         */
        public SealedTexts secrets(CaseId caseId, List<UUID> agendaItems) {
            return new SealedTexts(Stream.concat(items.of(caseId).stream(), items.saidAt(agendaItems).stream())
                    .filter(CaseItem::isSecret)
                    .distinct()
                    .toList());
        }

        /** Whether nothing at all was told, shown or decided at an item of a consultation. */
        public boolean nothingSaidAt(UUID agendaItem) {
            return items.saidAt(List.of(agendaItem)).isEmpty();
        }

        /**
         * When something was told, shown or decided at each of these items of a consultation, whoever may see it; an item where
         * nothing was is left out.
         */
        public Map<UUID, List<Instant>> momentsAt(List<UUID> agendaItems) {
            return items.saidAt(agendaItems).stream()
                    .collect(Collectors.groupingBy(
                            item -> item.agendaItem().orElseThrow(),
                            Collectors.mapping(CaseItem::at, Collectors.toList())));
        }

        /** What was said and decided at these items of a consultation. */
        public SealedTexts saidAt(List<UUID> agendaItems, Sight sight) {
            return new SealedTexts(items.saidAt(agendaItems).stream()
                    .filter(item -> sight.sees(item.id().value()))
                    .toList());
        }
    }
}
