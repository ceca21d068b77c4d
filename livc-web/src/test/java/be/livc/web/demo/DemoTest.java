package be.livc.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseRow;
import be.livc.casefile.CaseView;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Cell;
import be.livc.desk.ActionPlans;
import be.livc.desk.Coaching;
import be.livc.desk.Questions;
import be.livc.desk.Trends;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.verify.Verdict;
import be.livc.ledger.verify.VerifyExport;
import be.livc.platform.CurrentCell;
import be.livc.signal.SignalReading;
import be.livc.signal.SignalRow;
import be.livc.web.signin.Passwords;
import be.livc.workflow.engine.TaskFilter;
import be.livc.workflow.livcr.WorkList;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What somebody finds who starts the demo. */
class DemoTest extends DemoTestBase {

    private static final int ALL = 100;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private SignalReading signals;

    @Autowired
    private WorkList workList;

    @Autowired
    private LedgerBook ledger;

    @Autowired
    private Coaching coaching;

    @Autowired
    private Questions questions;

    @Autowired
    private ActionPlans plans;

    @Autowired
    private Trends trends;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Environment settings;

    @TempDir
    private Path folder;

    @Test
    void everyone_can_sign_in_and_acts_in_their_capacity() {
        Map<String, Capacity> expected = new LinkedHashMap<>();
        for (String suffix : List.of("", "2")) {
            expected.put("coordinator" + suffix, Capacity.COORDINATOR);
            expected.put("burgemeester" + suffix, Capacity.MAYOR);
            expected.put("io" + suffix, Capacity.INFORMATION_OFFICER);
            expected.put("ocmw" + suffix, Capacity.MEMBER);
            expected.put("clb" + suffix, Capacity.MEMBER);
            expected.put("justitiehuis" + suffix, Capacity.MEMBER);
            expected.put("verbindingsofficier" + suffix, Capacity.LIAISON_OFFICER);
            expected.put("dpo" + suffix, Capacity.DPO);
            expected.put("beheer" + suffix, Capacity.ADMINISTRATOR);
            expected.put("pivc.coordinator" + suffix, Capacity.COORDINATOR);
            expected.put("pivc.directie" + suffix, Capacity.PRISON_DIRECTION);
            expected.put("pivc.psd" + suffix, Capacity.PSYCHOSOCIAL_SERVICE);
            expected.put("pivc.parket" + suffix, Capacity.PROSECUTOR);
            expected.put("pivc.politie" + suffix, Capacity.POLICE);
            expected.put("pivc.dpo" + suffix, Capacity.DPO);
        }
        expected.put("vvsg", Capacity.DESK);
        expected.put("vlaanderen", Capacity.LIAISON_OFFICER);

        expected.forEach((username, capacity) -> {
            assertThat(actor(username).capacity()).as(username).isEqualTo(capacity);
            assertThat(accounts.byUsername(username).orElseThrow().passwordHash())
                    .startsWith("{argon2}");
        });
        assertThat(actor("coordinator").cell())
                .isNotEqualTo(actor("coordinator2").cell());
        assertThat(actor("pivc.psd").cell()).isNotEqualTo(actor("pivc.psd2").cell());
    }

    @Test
    void the_desk_has_cells_to_coach_a_question_to_answer_and_an_action_plan() {
        assertThat(as("vvsg", coaching::tracks)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(as("vvsg", actor -> questions.list(actor, "OPEN", Optional.empty(), ALL))
                        .items())
                .isNotEmpty();
        assertThat(as("vlaanderen", plans::all)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(as("vlaanderen", trends::quarters)).isNotEmpty();
    }

    @Test
    void the_cases_of_the_town_stand_in_different_phases() {
        assertThat(casesOf("coordinator"))
                .extracting(CaseRow::phase)
                .containsExactlyInAnyOrder(
                        "LISTED",
                        "SCHEDULED",
                        "SCHEDULED",
                        "SCHEDULED",
                        "IN_CONSULTATION",
                        "PLAN_ACTIVE",
                        "FOLLOW_UP",
                        "CLOSED",
                        "CLOSED");
        assertThat(casesOf("coordinator2"))
                .extracting(CaseRow::phase)
                .containsExactlyInAnyOrder("LISTED", "SCHEDULED", "PLAN_ACTIVE");
    }

    @Test
    void a_file_bears_the_day_on_which_it_was_opened() {
        LocalDate today = LocalDate.now();

        assertThat(casesOf("coordinator").stream()
                        .filter(row ->
                                row.phase().equals("CLOSED") || row.phase().equals("FOLLOW_UP"))
                        .map(CaseRow::openedOn))
                .hasSize(3)
                .allMatch(opened -> opened.isBefore(today.minusDays(95)));
        assertThat(casesOf("pivc.coordinator"))
                .filteredOn(row -> row.phase().equals("DETENTION_FOLLOW_UP"))
                .singleElement()
                .matches(row -> row.openedOn().isBefore(today.minusDays(60)));
    }

    @Test
    void the_signals_stand_in_different_states() {
        assertThat(signalsOf("coordinator"))
                .extracting(SignalRow::state)
                .contains("SIGNAL", "ASSESSMENT", "RETAINED", "NOT_RETAINED")
                .hasSize(13);
        assertThat(signalsOf("coordinator2"))
                .extracting(SignalRow::state)
                .contains("SIGNAL", "RETAINED")
                .hasSize(5);
    }

    @Test
    void the_school_guidance_sees_its_own_case_and_of_it_what_was_told_to_it() {
        List<CaseRow> seen = casesOf("clb");
        assertThat(seen).hasSize(1);
        assertThat(signalsOf("clb")).hasSize(1);

        CaseView view = as("clb", actor -> cases.open(actor, seen.get(0).id()));

        assertThat(view.subject().orElseThrow().isMinorOn(LocalDate.now())).isTrue();
        assertThat(pieces(view, ObjectType.FACT)).hasSize(4).allMatch(piece -> piece.by()
                .equals(mandateOf("clb")));
        assertThat(pieces(view, ObjectType.DISCLOSURE)).hasSize(3).allMatch(piece -> piece.why().stream()
                .anyMatch(why -> why == Why.RECIPIENT || why == Why.OWN_CONTRIBUTION));
        assertThat(view.plan().orElseThrow().measures()).hasSize(1);
    }

    @Test
    void a_secret_is_not_shown_to_the_mayor_who_was_no_recipient() {
        CaseRow minor = casesOf("clb").get(0);

        CaseView seenByMayor = as("burgemeester", actor -> cases.open(actor, minor.id()));
        CaseView seenByCoordinator = as("coordinator", actor -> cases.open(actor, minor.id()));

        assertThat(pieces(seenByMayor, ObjectType.DISCLOSURE)).hasSize(2).noneMatch(CaseView.Piece::secret);
        assertThat(pieces(seenByCoordinator, ObjectType.DISCLOSURE)).hasSize(3).anyMatch(CaseView.Piece::secret);
    }

    @Test
    void an_embargo_hides_a_case_from_all_but_who_laid_it() {
        assertThat(casesOf("coordinator")).filteredOn(CaseRow::suspended).hasSize(1);
        assertThat(casesOf("io")).filteredOn(CaseRow::suspended).isEmpty();
    }

    @Test
    void everyone_has_something_to_do_at_the_first_sign_in() {
        for (String username :
                List.of("coordinator", "burgemeester", "io", "dpo", "coordinator2", "burgemeester2", "io2")) {
            assertThat(as(username, actor -> workList.tasks(actor, TaskFilter.ALL, Optional.empty(), ALL))
                            .items())
                    .as(username)
                    .isNotEmpty();
        }
        for (String username : List.of("coordinator", "ocmw", "clb", "justitiehuis", "ocmw2", "justitiehuis2")) {
            assertThat(as(username, workList::measures)).as(username).isNotEmpty();
        }
        assertThat(as("coordinator", workList::measures)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(as("ocmw", workList::measures)).anyMatch(due -> due.measure().overdue());
    }

    @Test
    void the_desk_answered_in_some_hours_not_in_the_second_of_the_question() {
        String afterThoseOfTheDemo = "4";

        assertThat(as("vvsg", actor -> questions.list(actor, "ANSWERED", Optional.of(afterThoseOfTheDemo), ALL))
                        .items())
                .isNotEmpty()
                .allSatisfy(question -> assertThat(question.answeredAt().orElseThrow())
                        .isAfter(question.askedAt().plus(Duration.ofHours(1))));
    }

    @Test
    void administrator_and_desk_see_no_case() {
        for (String username : List.of("beheer", "vvsg")) {
            assertThat(casesOf(username)).as(username).isEmpty();
            assertThat(signalsOf(username)).as(username).isEmpty();
        }
    }

    @Test
    void each_prison_follows_a_few_people_and_a_case_is_offered_to_the_town() {
        assertThat(casesOf("pivc.coordinator2")).isNotEmpty();
        assertThat(casesOf("pivc.coordinator"))
                .extracting(CaseRow::phase)
                .containsExactlyInAnyOrder("ADMITTED", "ADMITTED", "DETENTION_FOLLOW_UP", "TRANSFER_OFFERED");
        assertThat(signalsOf("pivc.psd")).hasSize(4);
    }

    @Test
    void the_ledger_of_each_cell_verifies() throws IOException {
        assertThat(demoCells()).hasSize(5);
        for (Cell cell : demoCells()) {
            Path export = folder.resolve(cell.id() + ".zip");
            try (OutputStream out = Files.newOutputStream(export)) {
                CurrentCell.run(cell.id(), () -> ledger.export(out));
            }

            Verdict verdict = VerifyExport.check(export, Optional.empty(), Optional.empty());

            assertThat(verdict.outcome()).as(cell.name()).isEqualTo(Verdict.Outcome.COMPLETE);
        }
    }

    @Test
    void a_dump_of_the_database_names_nobody_that_a_case_is_about() throws Exception {
        List<String> secrets = new ArrayList<>();
        for (String coordinator : List.of("coordinator", "coordinator2")) {
            for (SignalRow row : signalsOf(coordinator)) {
                row.subject().ifPresent(subject -> {
                    secrets.add(subject.name());
                    if (subject.familyName().length() > 4) {
                        secrets.add(subject.familyName());
                    }
                });
            }
        }
        assertThat(secrets).contains("Robbe Van Acker", "Joren Michiels").hasSizeGreaterThan(25);
        secrets.addAll(List.of("jachtgeweer", "groepschat", "DEMO-117", "huisbezoek"));

        String dump = Dump.ofEverything();

        assertThat(dump).contains("Lotte Peeters");
        for (String secret : secrets) {
            assertThat(dump.contains(secret)).as(secret).isFalse();
            assertThat(dump.contains(Dump.hex(secret))).as("hex of " + secret).isFalse();
        }
    }

    @Test
    void the_log_tells_the_address_and_every_sign_in_name() {
        String text = signIns.text(settings);

        assertThat(text)
                .contains("http://localhost:" + settings.getProperty("local.server.port") + "/")
                .contains(Passwords.OF_THE_DEMO)
                .contains("LIVC R Voorbeeldstad", "LIVC R Voorbeeldgemeente", "PIVC Brugge (demo)", "PIVC Gent (demo)");
        for (String username : List.of("coordinator", "beheer2", "pivc.parket", "pivc.dpo2", "vvsg")) {
            assertThat(text).contains("    " + username + " ");
        }
    }

    private Object mandateOf(String username) {
        return actor(username).mandate();
    }

    private <T> T as(String username, Function<Actor, T> work) {
        Actor actor = actor(username);
        return CurrentCell.in(actor.cell(), () -> work.apply(actor));
    }

    private List<CaseRow> casesOf(String username) {
        return as(username, actor -> cases.list(actor, Optional.empty(), Optional.empty(), ALL))
                .items();
    }

    private List<SignalRow> signalsOf(String username) {
        return as(username, actor -> signals.list(actor, Optional.empty(), Optional.empty(), ALL))
                .items();
    }

    private static List<CaseView.Piece> pieces(CaseView view, ObjectType type) {
        return view.timeline().stream().filter(piece -> piece.type() == type).toList();
    }
}
