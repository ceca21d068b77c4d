package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.EmbargoBook;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.platform.Ids;
import be.livc.testing.ACell;
import be.livc.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A search finds those whom its reader may see, and what it does not show steers it in nothing. */
class WhoIsFoundTest extends NameSearchTestBase {

    @Autowired
    EmbargoBook embargoes;

    @Test
    void a_search_is_in_the_ledger_with_its_purpose_and_without_who_was_sought() {
        aSubject("Jan Janssens");
        found("Xavier Quaegebeur");

        String entries = ledgerOf(cell);
        assertThat(entries).contains("\"action\":\"search\"", "\"purpose\":\"PREVENT_TERRORISM\"");
        assertThat(entries).doesNotContainIgnoringCase("quaegebeur").doesNotContainIgnoringCase("xavier");
    }

    @Test
    void someone_who_may_see_nothing_finds_nobody() {
        aSubject("Jan Janssens");

        Grant ofTheMember = toSearch(cell, "Els");

        assertThat(cell.in(() -> search.find(byName("Jan Janssens"), ofTheMember, 10)))
                .isEmpty();
    }

    @Test
    void who_sees_all_subjects_finds_none_under_an_embargo_of_somebody_else_and_the_others_as_before() {
        UUID hidden = aSubject("Jan Janssens");
        UUID shown = aSubject("Jan Jansens");
        hide(rows.get(hidden));

        assertThat(found("Jan Janssens")).containsExactly(shown);
        assertThat(found("Xavier Quaegebeur")).isEmpty();
    }

    @Test
    void the_name_of_somebody_under_an_embargo_steers_no_search_of_who_sees_all_subjects() {
        UUID onThePerson = aSubject("Ysabeau Quaegebeur");
        UUID onTheCase = aSubject("Ysabeau Quaegebeur");
        UUID shown = aSubject("Jan Janssens");
        hide(rows.get(onThePerson));
        hide(onTheCase);

        Grant grant = toSearch(cell, "An");

        assertThat(grant.mayComeUpon(rows.get(onThePerson))).isFalse();
        assertThat(grant.mayComeUpon(rows.get(onTheCase))).isFalse();
        assertThat(grant.mayComeUpon(rows.get(shown))).isTrue();
        assertThat(cell.in(() -> search.find(byName("Ysabeau Quaegebeur"), grant, 10)))
                .isEmpty();
    }

    @Test
    void very_many_who_are_not_seen_take_no_place_of_one_who_is() {
        List<UUID> crowd = cell.transact(() -> {
            List<UUID> made = new ArrayList<>();
            for (int n = 0; n < 230; n++) {
                made.add(aSubjectNow("Mohamed Benali"));
            }
            return made;
        });
        UUID seen = aSubject("Mohammed Ben Ali");
        crowd.forEach(id -> hide(rows.get(id)));

        assertThat(found("Mohamed Benali")).containsExactly(seen);
    }

    private UUID aSubjectNow(String name) {
        UUID id = Ids.next();
        entitlements.protect(ObjectType.SUBJECT, id, Optional.of(id), Optional.empty(), Optional.empty());
        vault.bornWith(id, toMake(cell));
        search.remember(id, id, new SearchRecord(List.of(name), List.of(), Optional.empty()), toMake(cell));
        rows.put(id, id);
        return id;
    }

    private void hide(UUID row) {
        hide(row, "Els");
    }

    private void hide(UUID row, String layer) {
        cell.transact(
                () -> embargoes.lay(Ids.next(), row, cell.actor(layer).mandate(), LocalDate.of(2030, 1, 1), false));
    }

    @Test
    void whom_an_embargo_hides_after_the_search_was_allowed_is_not_found_either() {
        UUID jan = aSubject("Jan Janssens");
        Grant allowed = toSearch(cell, "An");

        hide(rows.get(jan));

        assertThat(cell.in(() -> search.find(byName("Jan Janssens"), allowed, 10)))
                .isEmpty();
    }

    @Test
    void a_member_does_not_find_whom_they_were_told_of_while_an_embargo_hides_them() {
        UUID jan = aSubject("Jan Janssens");
        cell.transact(
                () -> entitlements.entitle(rows.get(jan), cell.actor("Els").mandate(), Why.RECIPIENT));
        hide(rows.get(jan), "An");

        Grant ofTheMember = toSearch(cell, "Els");

        assertThat(cell.in(() -> search.find(byName("Jan Janssens"), ofTheMember, 10)))
                .isEmpty();
    }

    @Test
    void a_member_finds_whom_they_contributed_or_were_told_of_and_nobody_else() {
        UUID told = aSubject("Jan Janssens");
        aSubject("Jan Jansens");
        cell.transact(
                () -> entitlements.entitle(rows.get(told), cell.actor("Els").mandate(), Why.RECIPIENT));

        Grant ofTheMember = toSearch(cell, "Els");

        assertThat(cell.in(() -> search.find(byName("Jan Janssens"), ofTheMember, 10)))
                .extracting(NameSearch.Hit::record)
                .containsExactly(told);
    }

    @Test
    void another_cell_finds_nobody() {
        aSubject("Jan Janssens");
        ACell other = anotherCell();

        Grant elsewhere = toSearch(other, "An");

        assertThat(other.in(() -> search.find(byName("Jan Janssens"), elsewhere, 10)))
                .isEmpty();
        assertThatThrownBy(() -> cell.in(() -> search.find(byName("Jan Janssens"), elsewhere, 10)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_grant_to_read_does_not_search() {
        UUID jan = aSubject("Jan Janssens");
        Grant reading = toRead(jan);

        assertThatThrownBy(() -> cell.in(() -> search.find(byName("Jan"), reading, 10)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cell.in(() -> searching.found(reading, List.of(jan))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_grant_to_search_opens_no_content_of_whom_it_may_find() {
        UUID jan = aSubject("Jan Janssens");
        UUID row = rows.get(jan);
        cell.transact(() -> entitlements.entitle(row, cell.actor("Els").mandate(), Why.RECIPIENT));
        Sealed name = sealed("Jan Janssens", new Place(cell.id(), jan, "subject", "name", row));

        Grant ofTheMember = toSearch(cell, "Els");

        assertThat(ofTheMember.mayComeUpon(row)).isTrue();
        assertThatThrownBy(() -> cell.in(() -> vault.open(name, ofTheMember)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not allow this here");
    }

    private static String ledgerOf(ACell where) {
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement read = connection.prepareStatement(
                        "select string_agg(leaf, ' ') from ledger_entry where cell_id = ?")) {
            read.setObject(1, where.id().value());
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
