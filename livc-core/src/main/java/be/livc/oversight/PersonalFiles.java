package be.livc.oversight;

import be.livc.access.AlikeNames;
import be.livc.cell.Cells;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.LedgerSigner;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads of the file of somebody who is called like a colleague or like who reads it ({@link ReviewRule#KNOWN_NAME}). A finding says
 * about a subject that they have a name that stands elsewhere in clear; so nothing of it is written down: it is found anew in
 * memory whenever the DPO looks, and only a token that means nothing without the program's key keeps what they made of it.
 *
 * <p>What was reviewed does not come back in the same month.
 */
@Component
class PersonalFiles {

    private static final Duration BACK = Duration.ofDays(90);

    private static final String READS =
            """
            select max(e.seq) as entry, max(e.time) as at, count(*) as times, e.case_id,
                   (e.leaf::jsonb #>> '{actor,mandate}')::uuid as mandate
              from ledger_entry e
             where e.cell_id = ? and e.seq >= ledger_place(?, ?) and e.action in ('read', 'print', 'export')
               and e.case_id is not null and e.result = 'ok' and pg_input_is_valid(e.leaf, 'jsonb')
               and e.leaf::jsonb #>> '{actor,mandate}' is not null
             group by e.case_id, mandate
            """;

    private record Reads(long entry, Instant at, long times, UUID caseId, MandateId mandate) {}

    private final AlikeNames names;
    private final Mandates mandates;
    private final Cells cells;
    private final LedgerSigner signer;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    PersonalFiles(
            AlikeNames names, Mandates mandates, Cells cells, LedgerSigner signer, JdbcTemplate jdbc, Clock clock) {
        this.names = names;
        this.mandates = mandates;
        this.cells = cells;
        this.signer = signer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What waits for the DPO; in the bound cell. Commits the entry of its search by itself, so it comes first. */
    List<Finding> open(RuleRecord rule) {
        if (!rule.active()) {
            return List.of();
        }
        List<Reads> reads = reads();
        if (reads.isEmpty()) {
            return List.of();
        }
        Map<MandateId, Mandate> people =
                mandates.all().stream().collect(Collectors.toMap(Mandate::id, Function.identity()));
        Set<String> asked = new HashSet<>();
        people.values().forEach(person -> {
            asked.add(person.person());
            asked.add(familyName(person.person()));
        });
        Map<String, Set<UUID>> alike = names.casesOf(cells.current(), asked, rule.threshold() / 100.0);
        Set<UUID> ofColleagues = people.values().stream()
                .flatMap(person -> cases(alike, person.person()).stream())
                .collect(Collectors.toSet());
        List<byte[]> reviewed = jdbc.queryForList(
                "select token from review_by_name where cell_id = ?",
                byte[].class,
                CurrentCell.require().value());
        return reads.stream()
                .filter(read -> ofColleagues.contains(read.caseId())
                        || Optional.ofNullable(people.get(read.mandate()))
                                .filter(reader -> cases(alike, familyName(reader.person()))
                                        .contains(read.caseId()))
                                .isPresent())
                .filter(read -> reviewed.stream().noneMatch(token -> isOf(read, token)))
                .map(read -> finding(read, rule))
                .toList();
    }

    private static Set<UUID> cases(Map<String, Set<UUID>> alike, String name) {
        return Objects.requireNonNullElse(alike.get(name), Set.of());
    }

    /** All but the first word: the rule may find one too many, and who finds it knows what a name says. */
    private static String familyName(String person) {
        String[] parts = person.strip().split("\\s+", 2);
        return parts[parts.length - 1];
    }

    private List<Reads> reads() {
        UUID cell = CurrentCell.require().value();
        return jdbc.query(
                READS,
                (row, n) -> new Reads(
                        row.getLong("entry"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("times"),
                        row.getObject("case_id", UUID.class),
                        new MandateId(row.getObject("mandate", UUID.class))),
                cell,
                cell,
                clock.instant().minus(BACK).atOffset(ZoneOffset.UTC));
    }

    private static Finding finding(Reads read, RuleRecord rule) {
        return new Finding(
                read.entry(),
                rule.rule(),
                Optional.of(read.mandate()),
                List.of(read.caseId()),
                read.at(),
                read.times(),
                rule.rank(),
                Optional.empty());
    }

    /** Keeps what the DPO made of a finding. */
    void review(Finding finding, Finding.Outcome outcome) {
        CellId cell = CurrentCell.require();
        jdbc.update(
                "insert into review_by_name (cell_id, token, outcome) values (?, ?, ?) on conflict do nothing",
                cell.value(),
                signer.seal(
                        cell,
                        message(
                                finding.mandate().orElseThrow(),
                                finding.caseId().orElseThrow(),
                                finding.at())),
                outcome.name());
    }

    private boolean isOf(Reads read, byte[] token) {
        return signer.isSeal(CurrentCell.require(), message(read.mandate(), read.caseId(), read.at()), token);
    }

    /** Begins with a word that no seal of an entry begins with, so that neither serves as the other. */
    private static byte[] message(MandateId mandate, UUID caseId, Instant at) {
        return ("review by name " + mandate + " " + caseId + " " + YearMonth.from(at.atZone(ZoneOffset.UTC)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
