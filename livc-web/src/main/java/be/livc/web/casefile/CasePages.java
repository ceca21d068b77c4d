package be.livc.web.casefile;

import be.livc.access.Act;
import be.livc.access.Hold;
import be.livc.access.ObjectType;
import be.livc.casefile.Admission;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.CaseView.Piece;
import be.livc.cell.Actor;
import be.livc.cell.Cells;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.exchange.ExchangeKind;
import be.livc.rights.Erasures;
import be.livc.web.choices.Choices;
import be.livc.web.layout.HelpHere;
import be.livc.workflow.engine.ProcessStep;
import be.livc.workflow.engine.Processes;
import be.livc.workflow.livcr.HeldStep;
import be.livc.workflow.livcr.StepActs;
import be.livc.workflow.transfer.SharedSteps;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a case in the model of a page, in the words of its reader. */
@Component
public class CasePages {

    /**
     * A piece of information as the timeline shows it.
     *
     * @param day the day it is about, where that is another than the day it was recorded
     * @param mark the name of an icon
     * @param recipients whom it was disclosed to, by name; empty where it is no disclosure
     * @param corrects the id of the piece that this one corrects, where it is a correction
     * @param corrections those of this piece that the reader sees, the latest first: who reads a disputed word learns that it is
     * @param goesOut whether {@code detail} is who receives it, and not where it comes from
     */
    public record Entry(
            ObjectType type,
            String title,
            Instant at,
            @Nullable LocalDate day,
            String by,
            String mark,
            boolean secret,
            String text,
            @Nullable String detail,
            List<String> recipients,
            String why,
            String id,
            @Nullable String corrects,
            List<Correction> corrections,
            boolean goesOut) {}

    /** What corrects a piece: where it stands in the timeline, and since when. */
    public record Correction(String id, Instant at) {}

    /**
     * A step that waits.
     *
     * @param href where it is done, or null where it waits for others or for the end of what holds it
     * @param held what keeps it waiting
     */
    public record Waiting(String step, List<String> capacities, @Nullable String href, @Nullable HeldStep held) {

        /** Whether a new permission of the procureur is what it waits for. */
        public boolean needsPermission() {
            return held != null && held.by() == Hold.NO_PERMISSION;
        }
    }

    /** The one kind of exchange that another tells. */
    private static final String COMES_IN = ExchangeKind.EVALUATION_ANSWER.name();

    private static final Map<ObjectType, String> MARKS = Map.of(
            ObjectType.FACT, "signal",
            ObjectType.ASSESSMENT, "scale",
            ObjectType.LISTING, "scale",
            ObjectType.DISCLOSURE, "consultation",
            ObjectType.DECISION, "check",
            ObjectType.PROGRESS, "follow",
            ObjectType.RISK_ASSESSMENT, "scale",
            ObjectType.CLOSURE, "case");

    /** Whose code is one of a list of the cell. */
    private static final Map<ObjectType, String> CODED = Map.of(
            ObjectType.FACT,
            "fact-kinds",
            ObjectType.PROGRESS,
            "measure-states",
            ObjectType.CLOSURE,
            "closure-grounds",
            ObjectType.ERASURE,
            "erasure-reasons",
            ObjectType.RISK_ASSESSMENT,
            "risk-tools");

    private final Mandates mandates;
    private final Cells cells;
    private final Processes processes;
    private final Desks desks;
    private final Choices choices;
    private final Whys whys;
    private final PermissionCountdown countdown;
    private final MessageSource messages;
    private final Clock clock;

    CasePages(
            Mandates mandates,
            Cells cells,
            Processes processes,
            Desks desks,
            Choices choices,
            Whys whys,
            PermissionCountdown countdown,
            MessageSource messages,
            Clock clock) {
        this.mandates = mandates;
        this.cells = cells;
        this.processes = processes;
        this.desks = desks;
        this.choices = choices;
        this.whys = whys;
        this.countdown = countdown;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What {@code casefile/frame} shows around every page of a case: who it is about, its phase, what limits it, its tabs.
     *
     * @param tab the tab that the page is: timeline, plan, risk, process or access
     */
    public void frame(CaseView view, String tab, Locale locale, Model model) {
        model.addAttribute("theCase", view);
        model.addAttribute(
                "person",
                view.subject()
                        .map(subject -> Person.of(subject, LocalDate.now(clock)))
                        .orElse(null));
        model.addAttribute("tab", tab);
        model.addAttribute("helpStep", HelpHere.stepOf(view.phase()));
        model.addAttribute("purposeLabel", label("purposes", view.purpose(), locale));
        model.addAttribute(
                "closureLabel",
                view.closureGround()
                        .map(ground -> label("closure-grounds", ground, locale))
                        .orElse(null));
        model.addAttribute("permission", countdown.of(view, locale).orElse(null));
        model.addAttribute("caseWhy", whys.text(view.access(), locale));
    }

    private String label(String list, String code, Locale locale) {
        return choices.labels(list, locale).getOrDefault(code, code);
    }

    /** The steps that wait, of a case that this reader was shown; each capacity by its code. */
    List<Waiting> waiting(CaseView view, Actor reader) {
        return processes.waiting(view.id().value()).stream()
                .map(step -> waiting(step, view, reader))
                .toList();
    }

    /** A step that is held leads nowhere but to closing; a consultation has other cases to show. */
    private Waiting waiting(ProcessStep step, CaseView view, Actor reader) {
        Optional<HeldStep> held =
                Desks.isInConsultation(step.id()) ? Optional.empty() : StepActs.held(step.id(), view::holdOn);
        boolean stands = (view.isOnOffer() && !step.id().equals(SharedSteps.AWAIT_TRANSFER))
                || held.filter(what -> !what.butClosing()).isPresent();
        boolean mine = !stands && step.capacities().contains(reader.capacity().name());
        return new Waiting(
                step.id(),
                step.capacities(),
                mine ? desks.of(step.id(), view.id(), Optional.empty()) : null,
                held.orElse(null));
    }

    /** The offer that a case was taken over by, for who may read it there: what was told with it stands nowhere else. */
    Optional<String> cameBy(CaseView view, Actor reader) {
        return Optional.of(view.id())
                .filter(id -> Act.ANSWER_TRANSFER.isFor(reader.capacity()))
                .flatMap(desks::offerBehind);
    }

    /** The timeline, the newest first. */
    List<Entry> timeline(CaseView view, Locale locale) {
        Map<MandateId, String> names = recipients(view);
        Map<UUID, List<Correction>> corrections = corrections(view);
        List<Entry> entries = new ArrayList<>();
        for (Piece piece : view.timeline()) {
            entries.add(entry(
                    piece, view.id(), names, corrections.getOrDefault(piece.id().value(), List.of()), locale));
        }
        entries.sort(Comparator.comparing(Entry::at).reversed());
        return entries;
    }

    private static Map<UUID, List<Correction>> corrections(CaseView view) {
        return view.timeline().stream()
                .filter(piece ->
                        piece.type() == ObjectType.CORRECTION && piece.about().isPresent())
                .sorted(Comparator.comparing(Piece::at).reversed())
                .collect(Collectors.groupingBy(
                        piece -> piece.about().orElseThrow(),
                        Collectors.mapping(
                                piece -> new Correction(piece.id().toString(), piece.at()), Collectors.toList())));
    }

    private Map<MandateId, String> recipients(CaseView view) {
        Set<MandateId> all = view.timeline().stream()
                .flatMap(piece -> piece.recipients().stream())
                .collect(Collectors.toSet());
        return all.isEmpty()
                ? Map.of()
                : mandates.findAll(all).stream().collect(Collectors.toMap(Mandate::id, Mandate::nameWithPartner));
    }

    private Entry entry(
            Piece piece, CaseId id, Map<MandateId, String> names, List<Correction> corrections, Locale locale) {
        return new Entry(
                piece.type(),
                title(piece, id, locale),
                piece.at(),
                piece.occurredOn().orElse(null),
                piece.byName(),
                MARKS.getOrDefault(piece.type(), "document"),
                piece.secret(),
                piece.type() == ObjectType.RISK_ASSESSMENT
                        ? label("risk-outcomes", piece.text(), locale)
                        : piece.text(),
                piece.detail().filter(detail -> !detail.isBlank()).orElse(null),
                piece.recipients().stream()
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList(),
                whys.text(piece.why(), locale),
                piece.id().toString(),
                piece.type() == ObjectType.CORRECTION
                        ? piece.about().map(UUID::toString).orElse(null)
                        : null,
                corrections,
                piece.type() == ObjectType.EXCHANGE && !piece.code().equals(Optional.of(COMES_IN)));
    }

    /** What it is, with its code in words: "Voortgang: loopt"; what a fact is, its kind says alone. */
    private String title(Piece piece, CaseId id, Locale locale) {
        boolean cameAlong = piece.about().equals(Optional.of(id.value()));
        String kind = "casefile.piece."
                + Admission.called(cells.current().kind(), piece.type(), cameAlong)
                        .orElse(piece.type().name());
        String what = text(kind, locale);
        Optional<String> code = piece.code();
        if (code.isEmpty()) {
            return what;
        }
        if (piece.type() == ObjectType.ERASURE && code.get().equals(Erasures.KEPT)) {
            return text("casefile.piece.ERASURE.KEPT", locale);
        }
        String list = CODED.get(piece.type());
        String word = list == null ? text(kind + "." + code.get(), locale) : label(list, code.get(), locale);
        return piece.type() == ObjectType.FACT ? word : what + text("layout.colon", locale) + " " + word;
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, locale));
    }
}
