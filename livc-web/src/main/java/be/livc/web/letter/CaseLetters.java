package be.livc.web.letter;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.ItemId;
import be.livc.casefile.RiskAssessments;
import be.livc.cell.Actor;
import be.livc.letter.LetterKind;
import be.livc.platform.Refusal;
import be.livc.rights.Certificate;
import be.livc.rights.Certificates;
import be.livc.web.choices.Choices;
import be.livc.web.pdf.Paper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Letters and forms about a case, each from what its reader sees of it; that it is printed stands in the ledger. */
@Component
public class CaseLetters {

    private final Access access;
    private final CaseFiles cases;
    private final RiskAssessments risks;
    private final Certificates certificates;
    private final Choices choices;
    private final LetterPaper papers;

    CaseLetters(
            Access access,
            CaseFiles cases,
            RiskAssessments risks,
            Certificates certificates,
            Choices choices,
            LetterPaper papers) {
        this.access = access;
        this.cases = cases;
        this.risks = risks;
        this.certificates = certificates;
        this.choices = choices;
        this.papers = papers;
    }

    /**
     * A letter of this kind: plan of action, risk assessment, closing sheet, or certificate of the erasure.
     *
     * @param which the risk assessment that is meant; empty for the latest
     * @throws Refusal not found, when the reader does not see the case or it has no such letter for them
     */
    public Paper of(Actor reader, CaseId id, LetterKind kind, Optional<ItemId> which) {
        return switch (kind) {
            case ACTION_PLAN -> plan(reader, id);
            case RISK_ASSESSMENT -> risk(reader, id, which);
            case CLOSING_SHEET -> closing(reader, id);
            case ERASURE_CERTIFICATE -> certificate(reader, id);
            default -> throw Refusal.notFound();
        };
    }

    /** As the reader sees it: goals that they heard, and the measures of their own or all of them. */
    private Paper plan(Actor reader, CaseId id) {
        CaseView view = cases.print(reader, id);
        CaseView.PlanView plan = view.plan().orElseThrow(Refusal::notFound);
        Map<String, String> domains = choices.labels("life-domains", LetterPaper.LANGUAGE);
        Map<String, String> states = choices.labels("measure-states", LetterPaper.LANGUAGE);
        Map<String, String> goalStates = choices.labels("goal-states", LetterPaper.LANGUAGE);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("dossier", view.number());
        values.put(
                "doelen",
                lines(
                        plan.goals().stream()
                                .map(goal -> domains.getOrDefault(goal.domain(), goal.domain()) + ": " + goal.goal()
                                        + " ("
                                        + goalStates.getOrDefault(goal.state().name(), "") + ")")
                                .toList(),
                        plan.goalsSet().isPresent()
                                ? "Geen doelen."
                                : "U was niet aanwezig toen de doelen werden bepaald."));
        values.put(
                "maatregelen",
                lines(
                        plan.measures().stream()
                                .map(measure -> measure.ownerName() + ": " + withoutStop(measure.what()) + ", tegen "
                                        + LetterPaper.day(measure.due()) + " ("
                                        + states.getOrDefault(measure.state(), "") + ")")
                                .toList(),
                        "Geen maatregelen."));
        values.put("herziening", LetterPaper.day(plan.reviewDate()));
        return papers.of(LetterKind.ACTION_PLAN, values);
    }

    /** What is to be done, to be followed by the day. */
    private static String withoutStop(String what) {
        return what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
    }

    /** One line for each, whatever new lines somebody typed in it. */
    private static String lines(List<String> lines, String none) {
        return lines.isEmpty()
                ? none
                : lines.stream().map(line -> line.replaceAll("\\R+", " ")).collect(Collectors.joining("\n"));
    }

    private Paper risk(Actor reader, CaseId id, Optional<ItemId> which) {
        CaseView view = cases.print(reader, id);
        RiskAssessments.Outcome outcome = risks.course(view).stream()
                .filter(one -> which.isEmpty() || which.get().equals(one.id()))
                .reduce((earlier, later) -> later)
                .orElseThrow(Refusal::notFound);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("dossier", view.number());
        values.put(
                "instrument",
                choices.labels("risk-tools", LetterPaper.LANGUAGE).getOrDefault(outcome.tool(), outcome.tool())
                        + ", versie " + outcome.version());
        values.put("beoordelaar", outcome.assessorName());
        values.put("dag", LetterPaper.day(outcome.assessedOn()));
        values.put(
                "uitkomst",
                choices.labels("risk-outcomes", LetterPaper.LANGUAGE)
                        .getOrDefault(outcome.outcome(), outcome.outcome()));
        return papers.of(LetterKind.RISK_ASSESSMENT, values);
    }

    private Paper closing(Actor reader, CaseId id) {
        CaseView view = cases.print(reader, id);
        String ground = view.closureGround().orElseThrow(Refusal::notFound);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("dossier", view.number());
        values.put("gesloten_op", view.closedOn().map(LetterPaper::day).orElse(""));
        values.put(
                "grond", choices.labels("closure-grounds", LetterPaper.LANGUAGE).getOrDefault(ground, ground));
        values.put("bewaard_tot", view.retainUntil().map(LetterPaper::day).orElse(""));
        values.put(
                "nazorg",
                view.timeline().stream()
                        .filter(piece -> piece.type() == ObjectType.CLOSURE)
                        .map(CaseView.Piece::text)
                        .collect(Collectors.joining("\n")));
        return papers.of(LetterKind.CLOSING_SHEET, values);
    }

    /** For coordinator and DPO. */
    private Paper certificate(Actor reader, CaseId id) {
        Certificate certificate = certificates
                .erased(reader, id)
                .orElseThrow(() -> access.denied(reader, ObjectType.CASE, id.value()))
                .certificate();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("dossier", certificate.caseNumber());
        values.put("gewist_op", LetterPaper.moment(certificate.erasedAt()));
        values.put("regel", certificate.rule());
        values.put("back_ups_vanaf", LetterPaper.day(certificate.unreadableInBackupsAfter()));
        values.put("vermelding", Long.toString(certificate.ledgerIndex()));
        return papers.of(LetterKind.ERASURE_CERTIFICATE, values);
    }
}
