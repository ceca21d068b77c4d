package be.livc.access;

import static be.livc.testing.ACell.aCell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerEntryView;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Ids;
import be.livc.testing.ACell;
import be.livc.testing.MutableClock;
import be.livc.testing.OnTheTestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import livc.program.CoreTestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What access decides and writes down, whatever asks it: two towns share the cell, and each has a coordinator. */
@SpringBootTest(classes = {CoreTestApplication.class, MutableClock.Parts.class})
class AccessTest implements OnTheTestDatabase {

    private static final String TOWN_A = "44021";
    private static final String TOWN_B = "44019";

    @Autowired
    BeanFactory beans;

    @Autowired
    Access access;

    @Autowired
    WhoSees whoSees;

    @Autowired
    Entitlements entitlements;

    @Autowired
    Searching searching;

    @Autowired
    Towns towns;

    @Autowired
    LedgerBook ledger;

    private ACell cell;
    private Actor an;
    private Actor bea;
    private Actor els;
    private Actor dirk;
    private final UUID file = Ids.next();

    @BeforeEach
    void a_case_of_town_a_that_els_told_of() {
        cell = aCell().ofTowns(TOWN_A, TOWN_B)
                .withMandate("An", Capacity.COORDINATOR)
                .withMandate("Bea", Capacity.COORDINATOR)
                .withMandate("Els", Capacity.MEMBER)
                .withMandate("Dirk", Capacity.DPO)
                .withMandate("Wim", Capacity.ADMINISTRATOR)
                .foundedIn(beans);
        an = cell.actor("An");
        bea = cell.actor("Bea");
        els = cell.actor("Els");
        dirk = cell.actor("Dirk");
        cell.transact(() -> {
            towns.actsFor(cell.actor("Wim"), an.mandate(), Set.of(TOWN_A));
            towns.actsFor(cell.actor("Wim"), bea.mandate(), Set.of(TOWN_B));
            entitlements.protect(
                    ObjectType.CASE, file, Optional.of(file), Optional.empty(), Optional.of(els.mandate()));
            towns.begins(an, file);
        });
    }

    @Test
    void a_case_is_not_there_where_a_thing_of_another_kind_is_asked_for_by_its_id() {
        for (Runnable asked : List.<Runnable>of(
                () -> access.toRead(an, ObjectType.SIGNAL, file),
                () -> access.toReadAlone(an, ObjectType.DECISION, file),
                () -> access.toReadShell(an, ObjectType.SIGNAL, file),
                () -> access.toAct(an, Act.PLAN, ObjectType.PLAN, file),
                () -> whoSees.requireKnown(an, ObjectType.SIGNAL, file),
                () -> whoSees.requireShown(an, ObjectType.SIGNAL, file))) {
            assertThatThrownBy(() -> cell.transact(asked)).hasMessage("not-found");
        }
        assertThat(entries(LedgerFilter.all().of(Action.DENY))).hasSize(6);
    }

    @Test
    void that_a_case_was_erased_is_shown_to_its_coordinator_and_the_dpo_and_to_nobody_else() {
        cell.transact(() -> {
            access.toReadShell(an, ObjectType.CASE, file);
            access.toReadShell(dirk, ObjectType.CASE, file);
        });
        for (Actor other : List.of(bea, els)) {
            assertThatThrownBy(() -> cell.transact(() -> access.toReadShell(other, ObjectType.CASE, file)))
                    .hasMessage("not-found");
        }

        List<Entry> reads = entries(LedgerFilter.all().of(Action.READ));
        assertThat(reads).hasSize(2).allMatch(entry -> entry.caseId().equals(Optional.of(file)));
        assertThat(reads.stream()
                        .collect(Collectors.toMap(
                                entry -> entry.actor().mandate().orElseThrow(),
                                entry -> entry.why().orElseThrow())))
                .isEqualTo(Map.of(
                        an.mandate().value(), Why.COORDINATOR_OF_CELL.name(),
                        dirk.mandate().value(), Why.DATA_PROTECTION.name()));
    }

    @Test
    void what_was_given_to_a_capacity_is_seen_in_the_own_towns_and_what_was_given_to_somebody_anywhere() {
        UUID disclosure = Ids.next();
        cell.transact(() -> {
            entitlements.protect(
                    ObjectType.DISCLOSURE, disclosure, Optional.of(file), Optional.of(file), Optional.empty());
            entitlements.entitle(disclosure, Capacity.COORDINATOR, Why.RECIPIENT);
        });

        assertThat(sees(an, disclosure)).isTrue();
        assertThat(sees(bea, disclosure)).isFalse();
        cell.transact(() -> entitlements.entitle(disclosure, bea.mandate(), Why.RECIPIENT));
        assertThat(sees(bea, disclosure)).isTrue();
        assertThat(sees(bea, file)).isFalse();
    }

    @Test
    void who_acts_for_another_town_comes_upon_somebody_in_a_search_only_when_that_concerns_them_in_person() {
        UUID subject = Ids.next();
        cell.transact(() -> entitlements.protect(
                ObjectType.SUBJECT, subject, Optional.of(file), Optional.of(file), Optional.empty()));

        assertThat(comesUpon(an, subject)).isTrue();
        assertThat(comesUpon(bea, subject)).isFalse();
        cell.transact(() -> entitlements.entitle(subject, bea.mandate(), Why.RECIPIENT));
        assertThat(comesUpon(bea, subject)).isTrue();
    }

    private boolean comesUpon(Actor who, UUID subject) {
        Grant search = cell.transact(() -> searching.toSearch(who, "PREVENT_TERRORISM"));
        boolean found = cell.in(() -> searching.found(search, List.of(subject))).contains(subject);
        assertThat(search.mayComeUpon(subject)).isEqualTo(found);
        return found;
    }

    private boolean sees(Actor who, UUID object) {
        return cell.in(() -> whoSees.sees(who, object));
    }

    @Test
    void a_list_has_what_it_only_names_in_an_entry_without_a_reason_and_what_is_seen_under_its_reason_alone() {
        UUID ofTownB = Ids.next();
        cell.transact(() -> {
            entitlements.protect(ObjectType.CASE, ofTownB, Optional.of(ofTownB), Optional.empty(), Optional.empty());
            towns.begins(bea, ofTownB);
        });
        Listing listing =
                new Listing("select unnest(?::uuid[]) as id", List.of(Ids.array(List.of(file, ofTownB))), row -> {});

        cell.transact(() -> access.toList(an, "work", listing, Set.of(file, ofTownB)));

        assertThat(reasonsFor(file)).containsExactly(Optional.of(Why.COORDINATOR_OF_CELL.name()));
        assertThat(reasonsFor(ofTownB)).containsExactly(Optional.empty());
    }

    private List<Optional<String>> reasonsFor(UUID caseId) {
        return cell.in(() -> ledger.listsThatShowed(caseId)).stream()
                .flatMap(view -> view.entry().stream())
                .map(Entry::why)
                .toList();
    }

    private List<Entry> entries(LedgerFilter filter) {
        return cell.in(() -> ledger.entries(filter, 50)).items().stream()
                .map(LedgerEntryView::entry)
                .flatMap(Optional::stream)
                .toList();
    }
}
