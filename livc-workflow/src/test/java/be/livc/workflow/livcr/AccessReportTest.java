package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.consultation.ConsultationId;
import be.livc.ledger.Entry;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Page;
import be.livc.rights.AccessReport;
import be.livc.rights.AccessReport.Received;
import be.livc.rights.AccessReports;
import be.livc.rights.HowReceived;
import be.livc.rights.RestrictionGround;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequests;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenario 16: a data subject learns who saw or received something, and the DPO keeps back what the law lets them. */
class AccessReportTest extends CaseTest {

    @Autowired
    AccessReports reports;

    @Autowired
    SubjectRequests requests;

    @Autowired
    LedgerBook book;

    @Autowired
    Mandates mandates;

    private CaseId caseId;
    private ConsultationId consultation;
    private SubjectRequestId request;

    @BeforeEach
    void a_case_that_was_consulted_on_and_somebody_who_asks_about_it() {
        caseId = aListedCase();
        consultation = anOpenConsultation(caseId, CLB);
        says(CLB, consultation, 1, "Hij spijbelt elke vrijdag");
        request = in(() -> requests.receive(as(DPO), "ACCESS", LocalDate.now(clock), "Bram Verhaegen, per brief"));
        run(() -> requests.link(as(COORDINATOR), request, Optional.of(caseId)));
    }

    @Test
    void it_says_who_was_told_who_was_there_who_read_and_before_whom_a_list_put_it() {
        seenBy(COORDINATOR, caseId);
        in(() -> cases.list(as(MAYOR), Optional.empty(), Optional.empty(), 10));

        AccessReport report = in(() -> reports.read(as(DPO), request));

        assertThat(ways(report, OFFICER)).contains(HowReceived.TOLD, HowReceived.PRESENT, HowReceived.INVITED);
        assertThat(ways(report, COORDINATOR)).contains(HowReceived.READ);
        assertThat(ways(report, MAYOR)).contains(HowReceived.LISTED, HowReceived.TOLD);
        assertThat(ways(report, OCMW)).isEmpty();
        assertThat(report.received())
                .filteredOn(
                        one -> one.how() == HowReceived.READ && one.recipient().equals(partnerOf(COORDINATOR)))
                .singleElement()
                .satisfies(one -> assertThat(one.people()).contains(mandate(COORDINATOR)));
    }

    @Test
    void whoever_reads_a_consultation_counts_only_where_they_see_this_item_of_it() {
        in(() -> consultationReading.open(as(CLB), consultation));
        AccessReport report = in(() -> reports.read(as(DPO), request));

        assertThat(ways(report, CLB)).contains(HowReceived.READ);
        assertThat(ways(report, OCMW)).doesNotContain(HowReceived.READ);
    }

    @Test
    void the_dpo_keeps_back_one_way_or_all_of_an_organisation_and_the_last_decision_counts() {
        UUID police = partnerOf(OFFICER);
        UUID school = partnerOf(CLB);
        decides(school, Optional.of(HowReceived.PRESENT), Optional.of(RestrictionGround.RIGHTS_OF_OTHERS));
        decides(police, Optional.empty(), Optional.of(RestrictionGround.POLICE_OR_JUSTICE));
        clock.advance(Duration.ofMinutes(1));
        decides(police, Optional.of(HowReceived.TOLD), Optional.empty());

        AccessReport report = in(() -> reports.read(as(DPO), request));

        assertThat(report.received())
                .filteredOn(one -> one.recipient().equals(police))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.ground())
                        .isEqualTo(
                                one.how() == HowReceived.TOLD
                                        ? Optional.empty()
                                        : Optional.of(RestrictionGround.POLICE_OR_JUSTICE)));
        assertThat(report.told())
                .filteredOn(one -> one.recipient().equals(school))
                .extracting(Received::how)
                .contains(HowReceived.TOLD)
                .doesNotContain(HowReceived.PRESENT);
        assertThat(report.keptBack()).containsOnlyKeys(RestrictionGround.RIGHTS_OF_OTHERS);
    }

    @Test
    void drawing_it_up_making_it_and_deciding_on_it_stand_in_the_log_and_not_in_the_report() {
        AccessReport before = in(() -> reports.read(as(DPO), request));
        decides(partnerOf(CLB), Optional.empty(), Optional.of(RestrictionGround.RIGHTS_OF_OTHERS));
        AccessReport made = in(() -> reports.make(as(DPO), request));

        assertThat(entries())
                .extracting(entry -> entry.action() + " " + entry.why().orElse(""))
                .contains("READ access-report", "EXPORT access-report", "DECIDE RIGHTS_OF_OTHERS");
        assertThat(made.received()).hasSameSizeAs(before.received());
    }

    @Test
    void nobody_but_the_dpo_draws_it_up_and_only_for_a_request_for_access_with_a_case() {
        SubjectRequestId withoutCase =
                in(() -> requests.receive(as(DPO), "ACCESS", LocalDate.now(clock), "Een burger"));
        SubjectRequestId objection =
                in(() -> requests.receive(as(DPO), "OBJECTION", LocalDate.now(clock), "Een burger"));

        assertThatThrownBy(() -> in(() -> reports.read(as(COORDINATOR), request)))
                .hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> reports.make(as(CLB), request))).hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> reports.read(as(DPO), withoutCase))).hasMessage("request-without-case");
        assertThatThrownBy(() -> in(() -> reports.read(as(DPO), objection))).hasMessage("request-not-for-access");
        assertThatThrownBy(() -> decides(UUID.randomUUID(), Optional.empty(), Optional.empty()))
                .hasMessage("unknown-code");
    }

    private void decides(UUID recipient, Optional<HowReceived> how, Optional<RestrictionGround> ground) {
        run(() -> reports.decide(as(DPO), request, recipient, how, ground));
    }

    private List<HowReceived> ways(AccessReport report, String who) {
        return report.received().stream()
                .filter(one -> one.recipient().equals(partnerOf(who)))
                .map(Received::how)
                .toList();
    }

    private UUID partnerOf(String who) {
        Mandate found = in(() -> mandates.require(mandate(who)));
        return found.partner().id().value();
    }

    private List<Entry> entries() {
        return in(() -> book.entries(LedgerFilter.all().on(request.toString()).backwards(), Page.MOST)).items().stream()
                .flatMap(view -> view.entry().stream())
                .toList();
    }
}
