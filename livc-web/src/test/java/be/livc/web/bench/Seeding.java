package be.livc.web.bench;

import static be.livc.web.bench.Town.CLB;
import static be.livc.web.bench.Town.COORDINATOR;
import static be.livc.web.bench.Town.DPO;
import static be.livc.web.bench.Town.MAYOR;
import static be.livc.web.bench.Town.OCMW;
import static be.livc.web.bench.Town.OFFICER;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.Goal;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.consultation.Attend;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Consultations;
import be.livc.consultation.Decide;
import be.livc.consultation.Disclose;
import be.livc.consultation.Meeting;
import be.livc.consultation.PlanConsultation;
import be.livc.consultation.PutOnAgenda;
import be.livc.consultation.RollCall;
import be.livc.signal.Assess;
import be.livc.signal.FileSignal;
import be.livc.signal.Filed;
import be.livc.workflow.livcr.CaseFlow;
import be.livc.workflow.livcr.ConsultationFlow;
import be.livc.workflow.livcr.ErasureFlow;
import be.livc.workflow.livcr.ListingFlow;
import be.livc.workflow.livcr.SignalFlow;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.BeanFactory;

/**
 * Makes cases as people do, through the program's own doors, ten to a consultation, in every phase:
 *
 * <pre>
 *   of 100 agendas   12 listed · 6 scheduled · 5 in consultation · 30 under a plan · 33 in follow-up · 13 closed · 1 erased
 * </pre>
 */
final class Seeding {

    static final String PURPOSE = "PREVENT_TERRORISM";

    /** Cases on one agenda. */
    static final int ON_AN_AGENDA = 10;

    private static final int THREADS = 2;
    private static final int SIGNALS = 60;

    /** How far the cases of an agenda go. */
    private enum Phase {
        LISTED(12),
        SCHEDULED(18),
        IN_CONSULTATION(23),
        PLAN_ACTIVE(53),
        FOLLOW_UP(86),
        CLOSED(99),
        ERASED(100);

        private final int below;

        Phase(int below) {
            this.below = below;
        }

        static Phase of(int percent) {
            return List.of(values()).stream()
                    .filter(phase -> percent < phase.below)
                    .findFirst()
                    .orElseThrow();
        }

        boolean reaches(Phase other) {
            return compareTo(other) >= 0;
        }
    }

    private final Town town;
    private final SignalFlow signals;
    private final ListingFlow listing;
    private final ConsultationFlow agendas;
    private final CaseFlow plans;
    private final ErasureFlow erasures;
    private final Consultations consultations;
    private final RollCall rollCall;
    private final Meeting meeting;
    private final CaseFiles cases;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    Seeding(Town town, BeanFactory beans) {
        this.town = town;
        this.signals = beans.getBean(SignalFlow.class);
        this.listing = beans.getBean(ListingFlow.class);
        this.agendas = beans.getBean(ConsultationFlow.class);
        this.plans = beans.getBean(CaseFlow.class);
        this.erasures = beans.getBean(ErasureFlow.class);
        this.consultations = beans.getBean(Consultations.class);
        this.rollCall = beans.getBean(RollCall.class);
        this.meeting = beans.getBean(Meeting.class);
        this.cases = beans.getBean(CaseFiles.class);
    }

    void make(int count) {
        int agendaCount = count / ON_AN_AGENDA;
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        try {
            List<CompletableFuture<Boolean>> running = new ArrayList<>();
            for (int agenda = 0; agenda < agendaCount; agenda++) {
                int first = agenda * ON_AN_AGENDA;
                Phase phase = Phase.of(agenda * 100 / agendaCount);
                running.add(CompletableFuture.supplyAsync(() -> town.in(() -> tell(first, phase)), workers));
            }
            for (int n = 0; n < SIGNALS; n++) {
                int which = count + n;
                running.add(CompletableFuture.supplyAsync(() -> town.in(() -> filed(which) != null), workers));
            }
            running.forEach(CompletableFuture::join);
        } finally {
            workers.shutdownNow();
        }
    }

    private boolean tell(int first, Phase phase) {
        List<CaseId> ids = IntStream.range(first, first + ON_AN_AGENDA)
                .mapToObj(this::listed)
                .toList();
        if (!phase.reaches(Phase.SCHEDULED)) {
            return true;
        }
        ConsultationId consultation = consultations.plan(
                town.as(COORDINATOR),
                new PlanConsultation(
                        today,
                        Optional.empty(),
                        "Stadhuis, zaal 2",
                        List.of(town.basis()),
                        town.mandate(MAYOR),
                        false));
        ids.forEach(id -> schedule(consultation, id));
        if (!phase.reaches(Phase.IN_CONSULTATION)) {
            return true;
        }
        discuss(consultation, first);
        if (phase == Phase.IN_CONSULTATION) {
            return true;
        }
        agendas.close(town.as(COORDINATOR), consultation);
        for (int i = 0; i < ids.size(); i++) {
            follow(ids.get(i), first + i, phase);
        }
        return true;
    }

    private Filed filed(int n) {
        List<FileSignal.Fact> facts = IntStream.range(0, 3)
                .mapToObj(fact -> new FileSignal.Fact(
                        today.minusDays(3L + fact), "FACT", "klastitularis " + n, Sentences.about(n, fact)))
                .toList();
        return signals.file(
                town.as(CLB),
                new FileSignal(
                        Sentences.person(n),
                        "PARTNER",
                        facts,
                        "NORMAL",
                        false,
                        Optional.of("Het vertrouwen met de school is nog broos"),
                        false,
                        Optional.empty()));
    }

    private CaseId listed(int n) {
        Filed signal = filed(n);
        for (String assessor : List.of(COORDINATOR, OFFICER)) {
            signals.assess(
                    town.as(assessor),
                    signal.id(),
                    new Assess(
                            Map.of("INTENT", Assess.Answer.YES, "CAPACITY", Assess.Answer.UNKNOWN),
                            Assess.Outcome.RETAINED,
                            Sentences.about(n, 3),
                            Optional.empty()));
        }
        listing.decide(
                town.as(MAYOR),
                signal.id(),
                new ListingFlow.Decide(
                        ListingFlow.Decision.LIST,
                        PURPOSE,
                        Optional.of("De jongere op tijd helpen"),
                        "Zonder overleg weet geen dienst genoeg",
                        Optional.empty()));
        return signal.caseId();
    }

    private void schedule(ConsultationId consultation, CaseId id) {
        int n = agendas.putOnAgenda(
                town.as(COORDINATOR),
                consultation,
                new PutOnAgenda(
                        id,
                        PURPOSE,
                        Optional.of("eerste bespreking"),
                        Town.AT_THE_TABLE.stream().map(town::mandate).toList()));
        agendas.checkConflict(
                town.as(OFFICER),
                consultation,
                n,
                new ConflictCheck(ConflictCheck.Outcome.CLEAR, Optional.empty(), Optional.empty()));
    }

    private void discuss(ConsultationId consultation, int first) {
        Attend signed = new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.SCREEN));
        for (int n = 1; n <= ON_AN_AGENDA; n++) {
            for (String who : Town.AT_THE_TABLE) {
                rollCall.attend(town.as(who), consultation, n, town.mandate(who), signed);
            }
        }
        agendas.open(town.as(MAYOR), consultation);
        for (int n = 1; n <= ON_AN_AGENDA; n++) {
            for (int said = 0; said < 5; said++) {
                String who = Town.AT_THE_TABLE.get((n + said) % Town.AT_THE_TABLE.size());
                meeting.disclose(
                        town.as(who),
                        consultation,
                        n,
                        new Disclose(town.mandate(who), Sentences.about(first + n, 4 + said), true, Optional.empty()));
            }
            meeting.decide(
                    town.as(MAYOR),
                    consultation,
                    n,
                    new Decide(
                            Sentences.about(first + n, 9),
                            Map.of(town.mandate(CLB), Decide.Vote.FOR, town.mandate(OCMW), Decide.Vote.FOR)));
        }
    }

    private void follow(CaseId id, int n, Phase phase) {
        plans.changePlan(
                town.as(COORDINATOR),
                id,
                new ChangePlan(
                        List.of(new Goal("SCHOOL", "Weer naar de les"), new Goal("HOUSING", "Een vaste plek")),
                        List.of(measure(n, OCMW), measure(n, CLB)),
                        today.plusDays(10 + n % 80),
                        Optional.empty()));
        if (phase.reaches(Phase.FOLLOW_UP)) {
            MeasureId measure = cases.open(town.as(OCMW), id)
                    .plan()
                    .orElseThrow()
                    .measures()
                    .get(0)
                    .id();
            for (int report = 0; report < 3; report++) {
                plans.report(town.as(OCMW), id, measure, Sentences.about(n, 10 + report), MeasureState.RUNNING);
            }
        }
        if (phase.reaches(Phase.CLOSED)) {
            plans.close(town.as(COORDINATOR), id, "GOALS_REACHED", "Het OCMW blijft aanspreekpunt");
        }
        if (phase.reaches(Phase.ERASED)) {
            erasures.propose(town.as(COORDINATOR), id);
            erasures.approve(town.as(MAYOR), id);
            erasures.carryOut(town.as(DPO), id);
        }
    }

    private ChangePlan.PlannedMeasure measure(int n, String owner) {
        return new ChangePlan.PlannedMeasure(
                Optional.empty(), "Elke week een gesprek " + n, town.mandate(owner), today.plusDays(5 + n % 30));
    }
}
