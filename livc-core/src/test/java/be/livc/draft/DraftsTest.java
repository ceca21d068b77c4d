package be.livc.draft;

import static be.livc.testing.ACell.aCell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.EmbargoBook;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.cell.Capacity;
import be.livc.ledger.Entry;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.testing.ACell;
import be.livc.testing.MutableClock;
import be.livc.testing.OnTheTestDatabase;
import be.livc.testing.TestDatabase;
import be.livc.vault.Vault;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import livc.program.CoreTestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What somebody types and does not send is theirs alone, and goes when it should. */
@SpringBootTest(classes = {CoreTestApplication.class, MutableClock.Parts.class})
class DraftsTest implements OnTheTestDatabase {

    private static final String TYPED = "Hij zei dat hij het zat is kanarie-concept";

    @Autowired
    BeanFactory beans;

    @Autowired
    Drafts drafts;

    @Autowired
    Access access;

    @Autowired
    Entitlements entitlements;

    @Autowired
    EmbargoBook embargoes;

    @Autowired
    Vault vault;

    @Autowired
    LedgerBook ledger;

    @Autowired
    MutableClock clock;

    ACell cell;

    @BeforeEach
    void a_cell() {
        cell = aCell().withMandate("An", Capacity.COORDINATOR)
                .withMandate("Els", Capacity.MEMBER)
                .foundedIn(beans);
    }

    @AfterEach
    void set_the_clock_right() {
        clock.setRight();
    }

    @Test
    void scenario_24_what_was_typed_last_is_there_again() {
        Form form = new Form("signaal", Optional.empty());
        keep("Els", form, "eerst dit");
        keep("Els", form, TYPED);

        assertThat(found("Els", form)).hasValueSatisfying(draft -> {
            assertThat(draft.content()).isEqualTo(TYPED);
            assertThat(draft.savedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void nobody_else_reads_a_draft_not_even_who_sees_the_whole_case() {
        Form form = new Form("mededeling", Optional.of(aCaseSeenBy("An", "Els")));
        keep("Els", form, TYPED);
        UUID draft = UUID.fromString(ledger("Els").get(0).object().id());
        cell.transact(() -> entitlements.entitle(draft, cell.actor("An").mandate(), Why.RECIPIENT));

        assertThat(found("An", form)).isEmpty();
        assertThatThrownBy(() -> cell.transact(() -> access.toReadAlone(cell.actor("An"), ObjectType.DRAFT, draft)))
                .hasMessage("not-found");
        assertThat(found("Els", form)).isPresent();
    }

    @Test
    void about_what_one_does_not_see_one_keeps_nothing() {
        Form form = new Form("mededeling", Optional.of(aCaseSeenBy("An")));

        assertThatThrownBy(() -> keep("Els", form, TYPED))
                .isInstanceOf(Refusal.class)
                .hasMessage("not-found");
    }

    @Test
    void it_goes_when_the_form_is_sent() throws SQLException {
        Form loose = new Form("signaal", Optional.empty());
        Form ofCase = new Form("plan", Optional.of(aCaseSeenBy("Els")));
        keep("Els", loose, TYPED);
        keep("Els", ofCase, TYPED);

        discard("Els", loose);
        discard("Els", ofCase);
        discard("Els", loose);

        assertThat(found("Els", loose)).isEmpty();
        assertThat(found("Els", ofCase)).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void it_goes_with_the_key_of_its_case() throws SQLException {
        UUID caseId = aCaseSeenBy("Els");
        Form form = new Form("mededeling", Optional.of(caseId));
        keep("Els", form, TYPED);

        cell.transact(() -> vault.destroy(caseId, access.toAct(cell.actor("An"), Act.PLAN_CONSULTATION, "test")));

        assertThat(rows()).isZero();
        assertThat(found("Els", form)).isEmpty();
    }

    @Test
    void it_goes_when_nobody_sent_it_within_the_term() throws SQLException {
        Form form = new Form("signaal", Optional.empty());
        keep("Els", form, TYPED);

        clock.advance(Duration.ofDays(13));
        forgetOld();
        assertThat(rows()).isOne();

        clock.advance(Duration.ofDays(2));
        forgetOld();
        assertThat(rows()).isZero();
        assertThat(ledger("An")).isEmpty();
    }

    @Test
    void an_embargo_hides_it_too_and_it_is_there_when_that_is_lifted() {
        UUID caseId = aCaseSeenBy("Els");
        Form form = new Form("mededeling", Optional.of(caseId));
        keep("Els", form, TYPED);

        UUID embargo = Ids.next();
        LocalDate review = LocalDate.now(clock).plusMonths(1);
        cell.transact(() -> embargoes.lay(embargo, caseId, cell.actor("An").mandate(), review, false));
        assertThat(found("Els", form)).isEmpty();

        cell.transact(() -> embargoes.lift(embargo));
        assertThat(found("Els", form)).isPresent();
    }

    @Test
    void the_ledger_tells_that_it_began_was_read_back_and_went() {
        Form form = new Form("signaal", Optional.empty());
        keep("Els", form, "eerst dit");
        keep("Els", form, TYPED);
        found("Els", form);
        discard("Els", form);

        assertThat(ledger("Els").stream().map(entry -> entry.action().word()))
                .containsExactly("create", "read", "delete");
    }

    @Test
    void a_stolen_database_shows_nothing_of_it() throws SQLException {
        keep("Els", new Form("signaal", Optional.empty()), TYPED);

        assertThat(TestDatabase.askAsSuperuser("select d::text || encode(content_sealed, 'escape') from draft d"))
                .isNotEmpty()
                .noneMatch(row -> row.contains("kanarie-concept"));
    }

    private UUID aCaseSeenBy(String... people) {
        UUID caseId = Ids.next();
        cell.transact(() -> {
            vault.bornWith(caseId, access.toAct(cell.actor("An"), Act.PLAN_CONSULTATION, "test"));
            entitlements.protect(
                    ObjectType.DISCLOSURE, caseId, Optional.of(caseId), Optional.empty(), Optional.empty());
            for (String who : people) {
                entitlements.entitle(caseId, cell.actor(who).mandate(), Why.RECIPIENT);
            }
        });
        return caseId;
    }

    private void keep(String who, Form form, String text) {
        cell.in(() -> drafts.keep(cell.actor(who), form, text));
    }

    private Optional<Draft> found(String who, Form form) {
        return cell.in(() -> drafts.find(cell.actor(who), form));
    }

    private void discard(String who, Form form) {
        cell.in(() -> {
            drafts.discard(cell.actor(who), form);
            return true;
        });
    }

    private void forgetOld() {
        cell.in(() -> {
            drafts.forgetOld();
            return true;
        });
    }

    private List<Entry> ledger(String who) {
        return cell.in(() -> ledger
                .entries(LedgerFilter.all().by(cell.actor(who).user().value()), 50)
                .items()
                .stream()
                .map(view -> view.entry().orElseThrow())
                .toList());
    }

    private int rows() throws SQLException {
        return TestDatabase.askAsSuperuser("select id from draft where cell_id = '" + cell.id() + "'")
                .size();
    }
}
