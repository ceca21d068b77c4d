package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.desk.Coaching;
import be.livc.desk.ReferencePersons;
import be.livc.desk.SelfScans;
import be.livc.desk.SelfScans.Scan;
import be.livc.desk.StudyDays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How cells are coached: tracks, self-scans, reference persons, info sessions and study days. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Coaching")
class CoachingCalls {

    /** Where a cell stands. */
    record TrackView(UUID cell, String phase, String goals, String next, LocalDate since) {

        static TrackView of(Coaching.Track track) {
            return new TrackView(track.coached().value(), track.phase(), track.goals(), track.next(), track.since());
        }
    }

    /** A scan of the caller's cell: a score from 1 to 4 for each question, and the average of each theme. */
    record ScanView(LocalDate takenOn, Map<String, Integer> scores, Map<String, Double> themes) {

        static ScanView of(Scan scan) {
            Map<String, Double> themes = new LinkedHashMap<>();
            SelfScans.THEMES.keySet().forEach(theme -> themes.put(theme, scan.tenths(theme) / 10.0));
            return new ScanView(scan.takenOn(), scan.scores(), themes);
        }
    }

    /** Takes a scan: the score of every question. */
    record NewScan(@Nullable Map<String, @Nullable Integer> scores) {}

    /** A contact of a sector. */
    record ReferenceView(UUID id, String sector, String name, String organisation, String contact) {

        static ReferenceView of(ReferencePersons.ReferencePerson one) {
            ReferencePersons.About about = one.about();
            return new ReferenceView(one.id(), about.sector(), about.name(), about.organisation(), about.contact());
        }
    }

    /** A day to come to; {@code own} is REGISTERED, WAITING or null. */
    record StudyDayView(
            UUID id,
            String kind,
            String title,
            LocalDate date,
            String place,
            int places,
            int left,
            int waiting,
            @Nullable String own) {

        static StudyDayView of(StudyDays.StudyDay day) {
            StudyDays.About about = day.about();
            return new StudyDayView(
                    day.id(),
                    about.kind(),
                    about.title(),
                    about.heldOn(),
                    about.place(),
                    about.places(),
                    day.left(),
                    day.waiting(),
                    day.own().map(Enum::name).orElse(null));
        }
    }

    /** Announces a day. */
    record NewStudyDay(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String date,
            @Nullable String place,
            @Nullable Integer places) {}

    /** Whether the caller has a place, or waits. */
    record StandingView(String standing) {}

    private final Coaching coaching;
    private final SelfScans scans;
    private final ReferencePersons references;
    private final StudyDays days;

    CoachingCalls(Coaching coaching, SelfScans scans, ReferencePersons references, StudyDays days) {
        this.coaching = coaching;
        this.scans = scans;
        this.references = references;
        this.days = days;
    }

    @GetMapping("/coaching")
    @Operation(summary = "Where every coached cell stands; for the desk")
    List<TrackView> tracks(Actor actor) {
        return coaching.tracks(actor).values().stream().map(TrackView::of).toList();
    }

    @GetMapping("/self-scans")
    @Operation(summary = "The scans of the caller's cell, the newest first; for who runs it")
    List<ScanView> scans(Actor actor) {
        return scans.own(actor).stream().map(ScanView::of).toList();
    }

    @PostMapping("/self-scans")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Judge the working of the caller's cell; 422 names every question without a score")
    ScanView take(Actor actor, @RequestBody NewScan asked) {
        Map<String, Integer> scores = new HashMap<>();
        if (asked.scores() != null) {
            asked.scores().forEach((question, score) -> {
                if (score != null) {
                    scores.put(question, score);
                }
            });
        }
        scans.take(actor, scores);
        return ScanView.of(scans.own(actor).get(0));
    }

    @GetMapping("/reference-persons")
    @Operation(summary = "Whom a cell can turn to in each sector")
    List<ReferenceView> references(Actor actor) {
        return references.all().stream().map(ReferenceView::of).toList();
    }

    @GetMapping("/study-days")
    @Operation(summary = "Info sessions and study days that are still to come")
    List<StudyDayView> days(Actor actor) {
        return days.coming(actor).stream().map(StudyDayView::of).toList();
    }

    @PostMapping("/study-days")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Announce one; for the desk")
    StudyDayView announce(Actor actor, @RequestBody NewStudyDay asked) {
        Fields fields = new Fields();
        StudyDays.About about = new StudyDays.About(
                fields.text("kind", asked.kind()),
                fields.text("title", asked.title()),
                fields.day("date", asked.date()),
                fields.text("place", asked.place()),
                asked.places() == null ? 0 : asked.places());
        fields.check();
        return StudyDayView.of(days.find(actor, days.announce(actor, about)));
    }

    @PostMapping("/study-days/{id}/registration")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Register: a place while there is one, else the waiting list",
            description = "409 study-day-over")
    StandingView register(Actor actor, @PathVariable UUID id) {
        return new StandingView(days.register(actor, id).name());
    }

    @DeleteMapping("/study-days/{id}/registration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraw; whoever waited longest gets the place", description = "409 study-day-over")
    void withdraw(Actor actor, @PathVariable UUID id) {
        days.withdraw(actor, id);
    }
}
