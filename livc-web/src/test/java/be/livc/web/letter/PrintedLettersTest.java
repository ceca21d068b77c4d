package be.livc.web.letter;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.Goal;
import be.livc.casefile.RiskAssessments;
import be.livc.casefile.Trainings;
import be.livc.cell.Capacity;
import be.livc.consultation.Attend;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.RollCall;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerFilter;
import be.livc.letter.LetterKind;
import be.livc.letter.Letters;
import be.livc.web.Answer;
import be.livc.web.CaseworkTest;
import be.livc.web.pdf.PdfCheck;
import be.livc.workflow.livcr.CaseFlow;
import be.livc.workflow.livcr.ErasureFlow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each letter and form of the cell holds what is really there, for who may see it, and is not there for others. */
class PrintedLettersTest extends CaseworkTest {

    private static final String GOAL = "Elke dag naar de les";
    private static final String OF_THE_OCMW = "Huisbezoek van het OCMW";
    private static final String OF_THE_CLB = "Gesprek op school";

    @Test
    void the_signal_sheet_holds_person_facts_and_reporter_for_who_weighs_it() {
        String path = "/aanmeldingen/" + signal + "/signaalfiche.pdf";

        assertThat(printed(coordinator, path))
                .contains("Signaalfiche S-", "Verhaegen", "Zei het zelf", "klas", "Persoon " + clb, "Partner");
        isThereFor(path, officer);
        isNotThereFor(path, ocmw, person(cell, Capacity.DPO), person(cell, Capacity.ADMINISTRATOR));
    }

    @Test
    void the_assessment_sheet_holds_criteria_outcome_and_reasons_of_both_assessors() {
        String path = "/aanmeldingen/" + signal + "/toetsingsfiche.pdf";

        assertThat(printed(officer, path))
                .contains("Toetsingsfiche S-", "Persoon " + coordinator, "Persoon " + officer)
                .contains("Uit een voornemen of een bedreiging: Ja", "Weerhouden", "Concreet");
        isNotThereFor(path, ocmw, person(cell, Capacity.DPO));
    }

    @Test
    void the_invitation_and_the_statement_are_for_who_is_invited_and_name_no_case() {
        ConsultationId id = convened(false, mayor, coordinator, officer, clb);

        assertThat(printed(clb, "/overleg/" + id + "/uitnodiging.pdf"))
                .contains("Persoon " + clb, "Stadhuis", "Punt 1", "Grondslag voor deze test", "Persoon " + mayor)
                .doesNotContain("Verhaegen", caseNumber);
        assertThat(printed(clb, "/overleg/" + id + "/verklaring.pdf"))
                .contains("Persoon " + clb, "O-", "Grondslag voor deze test")
                .doesNotContain("Verhaegen", caseNumber);
        isNotThereFor("/overleg/" + id + "/uitnodiging.pdf", ocmw);
        isNotThereFor("/overleg/" + id + "/verklaring.pdf", ocmw);
    }

    @Test
    void the_letter_with_the_minutes_names_the_items_at_which_its_reader_was() {
        ConsultationId id = held(clb);
        String path = "/overleg/" + id + "/begeleidbrief.pdf";
        isNotThereFor(path, clb);
        tells(clb, id, "Hij komt niet meer naar de les");
        closed(id);

        assertThat(printed(clb, path))
                .contains("Aan Persoon " + clb, "Punt 1", "O-")
                .doesNotContain("Verhaegen");
        isNotThereFor(path, ocmw);
    }

    @Test
    void the_letter_with_the_minutes_is_also_for_who_was_there_while_nothing_was_said() {
        String stays = person(cell, Capacity.MEMBER);
        ConsultationId id = held(stays, ocmw);
        String path = "/overleg/" + id + "/begeleidbrief.pdf";
        cell.in(() -> {
            bean(RollCall.class)
                    .attend(
                            as(ocmw),
                            id,
                            1,
                            mandate(ocmw),
                            new Attend(Optional.empty(), Optional.of(Instant.now()), Optional.empty()));
            return true;
        });
        closed(id);

        assertThat(printed(stays, path))
                .contains("Aan Persoon " + stays, "Punt 1", "(aan u werd niets meegedeeld)")
                .doesNotContain("Verhaegen", caseNumber);
        assertThat(printed(ocmw, path)).contains("Aan Persoon " + ocmw, "(aan u werd niets meegedeeld)");
        isNotThereFor(path, person(cell, Capacity.MEMBER), person(cell, Capacity.DPO));
        assertThat(browser(stays).get("/overleg/" + id + "/verslag").body())
                .contains("begeleidbrief.pdf", "Ik keur goed")
                .doesNotContain("Verhaegen");
        assertThat(browser(ocmw).get("/overleg/" + id + "/verslag").body())
                .contains("begeleidbrief.pdf", "aan u niets meegedeeld")
                .doesNotContain("Ik keur goed", caseNumber);
    }

    @Test
    void the_plan_holds_every_measure_for_the_coordinator_and_their_own_alone_for_an_owner() {
        planned();
        String path = "/dossiers/" + caseId + "/plan.pdf";

        assertThat(printed(coordinator, path))
                .contains("Plan van aanpak " + caseNumber, "School en opleiding: " + GOAL)
                .contains("Persoon " + ocmw, OF_THE_OCMW, OF_THE_CLB);
        assertThat(printed(ocmw, path))
                .contains(OF_THE_OCMW, "U was niet aanwezig toen de doelen werden bepaald.")
                .doesNotContain(OF_THE_CLB, GOAL);
        isNotThereFor(path, person(cell, Capacity.MEMBER), person(cell, Capacity.DPO));
    }

    @Test
    void the_risk_assessment_holds_tool_assessor_and_outcome_and_nothing_else_of_the_case() {
        String path = "/dossiers/" + caseId + "/risicotaxatie.pdf";
        isNotThereFor(path, coordinator);
        cell.in(() -> bean(Trainings.class)
                .record(
                        as(coordinator),
                        new Trainings.RecordTraining(
                                mandate(officer), "VERA_2R", "Attest 114", TODAY.minusYears(1), Optional.empty())));
        cell.in(() -> bean(RiskAssessments.class)
                .record(
                        as(coordinator),
                        caseId,
                        new RiskAssessments.RecordOutcome(
                                "VERA_2R", "2.1", mandate(officer), TODAY.minusDays(3), "HIGH")));

        assertThat(printed(coordinator, path))
                .contains("Risicotaxatie " + caseNumber, "VERA-2R, versie 2.1", "Persoon " + officer, "Hoog")
                .doesNotContain("Verhaegen", "Zei het zelf");
        isNotThereFor(path, ocmw);
    }

    @Test
    void the_closing_sheet_holds_ground_aftercare_and_term_and_the_certificate_no_personal_data() {
        String sheet = "/dossiers/" + caseId + "/afsluitfiche.pdf";
        planned();
        isNotThereFor(sheet, coordinator);
        cell.in(() ->
                bean(CaseFlow.class).close(as(coordinator), caseId, "GOALS_REACHED", "Het CAW blijft bereikbaar"));

        assertThat(printed(coordinator, sheet))
                .contains(
                        "Afsluitfiche " + caseNumber,
                        "Doelen bereikt",
                        "Het CAW blijft bereikbaar",
                        LetterPaper.day(TODAY));
        isNotThereFor(sheet, person(cell, Capacity.MEMBER));

        String dpo = person(cell, Capacity.DPO);
        String certificate = "/dossiers/" + caseId + "/wiscertificaat.pdf";
        isNotThereFor(certificate, coordinator, dpo);
        cell.in(() -> {
            bean(ErasureFlow.class).propose(as(coordinator), caseId);
            bean(ErasureFlow.class).approve(as(mayor), caseId);
            return bean(ErasureFlow.class).carryOut(as(dpo), caseId);
        });
        assertThat(printed(dpo, certificate)).contains(caseNumber).doesNotContain("Verhaegen", OF_THE_CLB);
        isThereFor(certificate, coordinator);
        isNotThereFor(certificate, clb, ocmw);
        isNotThereFor(sheet, coordinator);
    }

    @Test
    void the_permission_of_the_procureur_holds_purpose_reasons_participants_and_terms() {
        LegalBasisId permission = cell.transact(() -> bean(LegalBases.class)
                        .record(new RecordBasis(
                                BasisKind.PROSECUTOR_PERMISSION,
                                "Toestemming van 3 november 2026",
                                List.of("PREVENT_TERRORISM"),
                                Optional.of("Terugkeer voorbereiden"),
                                "Maandelijks, in de gevangenis",
                                List.of("CLB", mandate(ocmw).toString()),
                                TODAY.minusDays(10),
                                Optional.of(TODAY.plusDays(100)),
                                Optional.of(new RecordBasis.Permission(
                                        Optional.empty(),
                                        "Zonder overleg is er geen begeleiding",
                                        "de procureur des Konings te Gent",
                                        TODAY.minusDays(10))))))
                .id();
        String path = "/beheer/grondslagen/" + permission + "/toestemming.pdf";

        assertThat(printed(coordinator, path))
                .contains("de procureur des Konings te Gent", "Terugkeer voorbereiden", "Maandelijks, in de gevangenis")
                .contains("Zonder overleg is er geen begeleiding", "Persoon " + ocmw)
                .contains(LetterPaper.day(TODAY.plusDays(100)));
        isThereFor(path, clb, person(cell, Capacity.DPO));
        isNotThereFor("/beheer/grondslagen/" + basis + "/toestemming.pdf", coordinator);
    }

    @Test
    void the_house_rules_name_the_mayor_and_the_code_of_conduct_its_reader() {
        assertThat(printed(clb, "/reglement.pdf")).contains("Vastgesteld door Persoon " + mayor);
        assertThat(printed(ocmw, "/deontologische-code.pdf")).contains("Ondergetekende, Persoon " + ocmw);
        isNotThereFor("/reglement.pdf", person(cell, Capacity.DPO), person(cell, Capacity.ADMINISTRATOR));
        isNotThereFor("/deontologische-code.pdf", person(cell, Capacity.DPO));
        assertThat(browser(clb).get("/profiel").body()).contains("/reglement.pdf", "/deontologische-code.pdf");
    }

    @Test
    void a_letter_is_printed_in_the_text_that_the_cell_uses_now_and_the_ledger_has_it_as_printed() {
        cell.in(() -> bean(Letters.class)
                .change(
                        as(coordinator),
                        LetterKind.SIGNAL_SHEET,
                        Optional.empty(),
                        "Fiche {{signaal}}",
                        "# Wat er gezien werd\n{{feiten}}"));

        assertThat(printed(coordinator, "/aanmeldingen/" + signal + "/signaalfiche.pdf"))
                .contains("Wat er gezien werd", "Zei het zelf")
                .doesNotContain("Verhaegen");
        assertThat(cell.in(() -> bean(LedgerBook.class)
                                .entries(LedgerFilter.all().of(Action.PRINT).inCase(caseId.value()), 10))
                        .items())
                .hasSize(1);
    }

    private void planned() {
        ConsultationId id = held();
        cell.in(() -> {
            bean(CaseFlow.class)
                    .changePlan(
                            as(coordinator),
                            caseId,
                            new ChangePlan(
                                    List.of(new Goal("SCHOOL", GOAL)),
                                    List.of(
                                            new PlannedMeasure(
                                                    Optional.empty(), OF_THE_OCMW, mandate(ocmw), TODAY.plusDays(9)),
                                            new PlannedMeasure(
                                                    Optional.empty(), OF_THE_CLB, mandate(clb), TODAY.plusDays(30))),
                                    TODAY.plusDays(60),
                                    Optional.empty()));
            return true;
        });
        closed(id);
    }

    private String printed(String reader, String path) {
        Answer answer = browser(reader).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        PdfCheck.isArchivableAndAccessible(answer.bytes());
        return PdfCheck.text(answer.bytes()).replaceAll("\\s+", " ");
    }

    private void isThereFor(String path, String... readers) {
        for (String reader : readers) {
            assertThat(browser(reader).get(path).status()).as(reader + path).isEqualTo(200);
        }
    }

    private void isNotThereFor(String path, String... readers) {
        for (String reader : readers) {
            assertThat(browser(reader).get(path).status()).as(reader + path).isEqualTo(404);
        }
    }
}
