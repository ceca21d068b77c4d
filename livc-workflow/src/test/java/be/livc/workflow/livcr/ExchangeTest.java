package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.ItemId;
import be.livc.cell.Capacity;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Passage;
import be.livc.exchange.Body;
import be.livc.exchange.Exchange;
import be.livc.exchange.ExchangeFile;
import be.livc.exchange.ExchangeKind;
import be.livc.exchange.ExchangeReading;
import be.livc.exchange.ExchangeSettings;
import be.livc.exchange.Exchanges;
import be.livc.exchange.RecordExchange;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is exchanged with OCAD and for the common database: off until switched on, under the gate, to the byte. */
class ExchangeTest extends CaseTest {

    static final String JUSTICE_HOUSE = "het justitiehuis";
    static final String LIAISON = "de Vlaamse verbindingsofficier";
    static final String OCAD = "de contactpersoon van OCAD";

    @Autowired
    Exchanges exchanges;

    @Autowired
    ExchangeReading reading;

    @Autowired
    ExchangeSettings settings;

    @Autowired
    JdbcTemplate jdbc;

    private CaseId caseId;

    @BeforeEach
    void a_town_with_a_justice_house_and_a_liaison_officer() {
        cell = aTown().withMandate(JUSTICE_HOUSE, Capacity.MEMBER, "JUSTITIEHUIS")
                .withMandate(LIAISON, Capacity.LIAISON_OFFICER)
                .withMandate(OCAD, Capacity.MEMBER, "OCAD")
                .withLawCovering("MUNICIPALITY", "POLICE", "CLB", "OCMW", "JUSTITIEHUIS", "FLEMISH_LIAISON")
                .foundedIn(beans);
        caseId = aListedCase();
    }

    private void switchedOn(Body body) {
        in(() -> settings.switchOn(
                as(COORDINATOR), body, "Wet van 29-03-2024 (gemeenschappelijke gegevensbanken)", LocalDate.now(clock)));
    }

    private RecordExchange aRequest(String counterpart) {
        return new RecordExchange(
                caseId,
                ExchangeKind.EVALUATION_REQUEST,
                mandate(counterpart),
                Map.of(
                        "urgency", "URGENT",
                        "question", "Welk niveau geldt vandaag?",
                        "reason", "Concrete uitspraak over wraak"),
                Optional.empty());
    }

    private ItemId requested() {
        return in(() -> exchanges.record(as(COORDINATOR), aRequest(LIAISON)));
    }

    @Test
    void nothing_is_exchanged_until_the_cell_switches_it_on_with_a_reference() {
        assertThatThrownBy(this::requested).hasMessage("exchange-off");
        assertThatThrownBy(() -> in(() -> settings.switchOn(as(COORDINATOR), Body.OCAD, " ", LocalDate.now(clock))))
                .hasMessage("required");

        switchedOn(Body.OCAD);

        requested();
        assertThatThrownBy(() -> in(() -> exchanges.record(
                        as(COORDINATOR),
                        new RecordExchange(
                                caseId, ExchangeKind.GGB_FEED, mandate(OFFICER), Map.of(), Optional.empty()))))
                .hasMessage("exchange-off");
        run(() -> settings.switchOff(as(COORDINATOR), Body.OCAD, LocalDate.now(clock)));
        assertThat(in(() -> settings.of(Body.OCAD))).as("the last day counts").isPresent();
    }

    @Test
    void what_is_on_is_switched_on_once_and_again_after_its_last_day() {
        switchedOn(Body.OCAD);
        assertThatThrownBy(() -> switchedOn(Body.OCAD)).hasMessage("exchange-on");
        switchedOn(Body.GGB);
        run(() -> settings.switchOff(as(COORDINATOR), Body.OCAD, LocalDate.now(clock)));

        assertThatThrownBy(() -> switchedOn(Body.OCAD)).as("on its last day").hasMessage("exchange-on");
        in(() -> settings.switchOn(
                as(COORDINATOR),
                Body.OCAD,
                "Een nieuwe wet",
                LocalDate.now(clock).plusDays(1)));
    }

    @Test
    void a_request_is_disclosed_to_the_liaison_officer_alone_and_its_file_is_bound_to_the_ledger() {
        switchedOn(Body.OCAD);
        assertThatThrownBy(() -> seenBy(LIAISON, caseId)).hasMessage("not-found");

        ItemId id = requested();

        assertThat(seenBy(LIAISON, caseId).timeline()).singleElement().satisfies(piece -> assertThat(piece.type())
                .isEqualTo(ObjectType.EXCHANGE));
        assertThat(seenBy(CLB, caseId).timeline()).isNotEmpty().noneMatch(piece -> piece.type() == ObjectType.EXCHANGE);
        assertThatThrownBy(() -> in(() -> reading.take(as(CLB), caseId, id))).hasMessage("not-found");
        ExchangeReading.Taken taken = in(() -> reading.take(as(LIAISON), caseId, id));
        ExchangeFile file = taken.file();
        assertThat(file.fields()).containsEntry("question", "Welk niveau geldt vandaag?");
        assertThat(file.subject().familyName()).isEqualTo("Verhaegen");
        assertThat(file.setting()).contains("29-03-2024");
        assertThat(taken.text()).startsWith("{\"format\":\"livc-exchange/1\"");
        List<String> entries = cell.transact(() -> jdbc.queryForList(
                "select leaf from ledger_entry where cell_id = ? and leaf like ?",
                String.class,
                cell.id().value(),
                "%" + id + "%"));
        assertThat(entries)
                .anyMatch(leaf -> leaf.contains("\"action\":\"disclose\"")
                        && leaf.contains(mandate(LIAISON).toString())
                        && leaf.contains("commitment"))
                .anyMatch(leaf -> leaf.contains("\"action\":\"export\""))
                .noneMatch(leaf -> leaf.contains("Verhaegen") || leaf.contains("niveau"));
    }

    @Test
    void what_goes_out_and_quotes_a_secret_is_refused_until_its_author_confirms_and_the_log_says_so() {
        switchedOn(Body.OCAD);
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        says(CLB, consultation, 1, "Bram verstopt twaalf jerrycans benzine in het tuinhuis van zijn grootvader");
        String quoting = "Hij zou twaalf jerrycans met benzine verstoppen in het tuinhuis van de grootvader.";
        RecordExchange asked = aRequestBecause(quoting, false);

        assertThatThrownBy(() -> in(() -> exchanges.record(as(COORDINATOR), asked)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reasons()).singleElement().satisfies(reason -> {
                            assertThat(reason.code()).isEqualTo("quotes-secret");
                            assertThat(reason.detail()).isEqualTo("reason");
                            assertThat(Passage.read(reason.allowed().get(0))
                                            .get(0)
                                            .of(quoting))
                                    .contains("jerrycans");
                        }));
        assertThat(in(() -> reading.of(seenBy(COORDINATOR, caseId)))).isEmpty();
        assertThat(leavesWith("compared")).hasSize(1);
        in(() -> exchanges.record(as(COORDINATOR), aRequestBecause("Concrete uitspraak over wraak", false)));
        assertThat(leavesWith("quotes-secret")).isEmpty();

        in(() -> exchanges.record(as(COORDINATOR), aRequestBecause(quoting, true)));

        assertThat(leavesWith("quotes-secret")).singleElement().satisfies(leaf -> assertThat(leaf)
                .contains("\"action\":\"disclose\"", mandate(LIAISON).toString())
                .doesNotContain("jerrycans"));
        assertThatThrownBy(() -> in(() -> exchanges.record(as(CLB), asked))).hasMessage("forbidden");
        assertThat(leavesWith("compared"))
                .as("who may not record an exchange compares nothing")
                .hasSize(3);
    }

    private RecordExchange aRequestBecause(String reason, boolean confirmed) {
        return new RecordExchange(
                caseId,
                ExchangeKind.EVALUATION_REQUEST,
                mandate(LIAISON),
                Map.of("urgency", "URGENT", "question", "Welk niveau geldt vandaag?", "reason", reason),
                Optional.empty(),
                confirmed);
    }

    private List<String> leavesWith(String why) {
        return cell.transact(() -> jdbc.queryForList(
                "select leaf from ledger_entry where cell_id = ? and leaf like ?",
                String.class,
                cell.id().value(),
                "%\"why\":\"" + why + "\"%"));
    }

    @Test
    void the_gate_refuses_a_counterpart_that_no_basis_covers_and_somebody_who_is_none() {
        switchedOn(Body.OCAD);

        assertThatThrownBy(() -> in(() -> exchanges.record(as(COORDINATOR), aRequest(OCAD))))
                .hasMessage("not-covered-by-basis");
        assertThatThrownBy(() -> in(() -> exchanges.record(as(COORDINATOR), aRequest(CLB))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).contains("counterpart"));
        assertThatThrownBy(() -> in(() -> exchanges.record(as(CLB), aRequest(LIAISON))))
                .hasMessage("forbidden");
        assertThatThrownBy(() -> in(() -> exchanges.record(as(JUSTICE_HOUSE), aRequest(LIAISON))))
                .hasMessage("not-found");
    }

    @Test
    void an_answer_belongs_to_its_request_and_has_a_level_a_date_and_a_review_date() {
        switchedOn(Body.OCAD);
        ItemId request = requested();
        RecordExchange without = anAnswer(Optional.empty(), LocalDate.now(clock).plusMonths(6));
        assertThatThrownBy(() -> in(() -> exchanges.record(as(COORDINATOR), without)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::detail)
                        .containsExactly("answers"));
        assertThatThrownBy(() -> in(() -> exchanges.record(
                        as(COORDINATOR),
                        anAnswer(Optional.of(request), LocalDate.now(clock).minusDays(9)))))
                .hasMessage("ends-before-it-begins");

        ItemId answer = in(() -> exchanges.record(
                as(LIAISON), anAnswer(Optional.of(request), LocalDate.now(clock).plusMonths(6))));

        List<Exchange> all = in(() -> reading.of(seenBy(COORDINATOR, caseId)));
        assertThat(all)
                .extracting(Exchange::kind)
                .containsExactly(ExchangeKind.EVALUATION_ANSWER, ExchangeKind.EVALUATION_REQUEST);
        assertThat(all.get(0).answers()).contains(request);
        assertThat(in(() -> reading.take(as(COORDINATOR), caseId, answer))
                        .file()
                        .fields())
                .containsEntry("level", "LEVEL_3")
                .containsKeys("evaluatedOn", "reviewOn");
        assertThatThrownBy(() ->
                        run(() -> exchanges.sent(as(COORDINATOR), caseId, answer, LocalDate.now(clock), "SECURE_MAIL")))
                .hasMessage("comes-in");
    }

    private RecordExchange anAnswer(Optional<ItemId> request, LocalDate review) {
        return new RecordExchange(
                caseId,
                ExchangeKind.EVALUATION_ANSWER,
                mandate(LIAISON),
                Map.of(
                        "level",
                        "LEVEL_3",
                        "evaluatedOn",
                        LocalDate.now(clock).minusDays(1).toString(),
                        "reviewOn",
                        review.toString(),
                        "source",
                        "Antwoord van OCAD, kenmerk 2026/114"),
                request);
    }

    @Test
    void what_goes_out_is_noted_as_sent_once() {
        switchedOn(Body.GGB);
        ItemId feed = in(() -> exchanges.record(
                as(COORDINATOR),
                new RecordExchange(
                        caseId,
                        ExchangeKind.GGB_FEED,
                        mandate(OFFICER),
                        Map.of(
                                "category", "PGE",
                                "feed", "NEW",
                                "observedOn", LocalDate.now(clock).toString(),
                                "information", "Nieuwe contacten in een gewelddadig netwerk"),
                        Optional.empty())));
        assertThatThrownBy(
                        () -> run(() -> exchanges.sent(as(COORDINATOR), caseId, feed, LocalDate.now(clock), "PIGEON")))
                .hasMessage("unknown-code");

        run(() -> exchanges.sent(as(COORDINATOR), caseId, feed, LocalDate.now(clock), "SECURE_PLATFORM"));

        assertThat(in(() -> reading.of(seenBy(COORDINATOR, caseId))).get(0).channel())
                .contains("SECURE_PLATFORM");
        assertThatThrownBy(() ->
                        run(() -> exchanges.sent(as(COORDINATOR), caseId, feed, LocalDate.now(clock), "SECURE_MAIL")))
                .hasMessage("already-sent");
    }

    @Test
    void nothing_is_taken_out_of_a_case_that_an_embargo_hides_and_no_export_is_recorded() {
        switchedOn(Body.OCAD);
        ItemId id = requested();
        in(() -> embargoes.lay(as(OFFICER), embargoOn(ObjectType.CASE, caseId.value())));

        assertThatThrownBy(() -> in(() -> reading.take(as(COORDINATOR), caseId, id)))
                .hasMessage("not-found");

        assertThat(entries(LedgerFilter.all().of(Action.EXPORT))).isEmpty();
    }
}
