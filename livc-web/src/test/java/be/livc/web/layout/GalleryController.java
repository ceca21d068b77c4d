package be.livc.web.layout;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Screens of an imagined case that use every fragment there is; outside the scan of the program's own tests. */
@TestComponent
@Controller
class GalleryController {

    enum Reporting {
        PARTNER,
        ANONYMOUS
    }

    enum Kind {
        FACT,
        OPINION,
        HEARSAY
    }

    public static class Fact {
        private LocalDate day;
        private Kind kind;
        private String text;

        public LocalDate getDay() {
            return day;
        }

        public void setDay(LocalDate day) {
            this.day = day;
        }

        public Kind getKind() {
            return kind;
        }

        public void setKind(Kind kind) {
            this.kind = kind;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }
    }

    public static class Form {
        private Reporting reporting;
        private String reporter;
        private String source;
        private String name;
        private LocalDate born;
        private boolean secret;
        private List<String> themes = new ArrayList<>();
        private List<Fact> facts = new ArrayList<>();

        public Reporting getReporting() {
            return reporting;
        }

        public void setReporting(Reporting reporting) {
            this.reporting = reporting;
        }

        public String getReporter() {
            return reporter;
        }

        public void setReporter(String reporter) {
            this.reporter = reporter;
        }

        public String getSource() {
            return source;
        }

        public void setSource(String source) {
            this.source = source;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public LocalDate getBorn() {
            return born;
        }

        public void setBorn(LocalDate born) {
            this.born = born;
        }

        public boolean isSecret() {
            return secret;
        }

        public void setSecret(boolean secret) {
            this.secret = secret;
        }

        public List<String> getThemes() {
            return themes;
        }

        public void setThemes(List<String> themes) {
            this.themes = themes;
        }

        public List<Fact> getFacts() {
            return facts;
        }

        public void setFacts(List<Fact> facts) {
            this.facts = facts;
        }
    }

    record Task(String id, String what, String number, String phase, LocalDate due, boolean late) {}

    @ModelAttribute
    void frame(Model model) {
        model.addAttribute("cellName", "Voorbeeldstad");
        model.addAttribute("viewer", new Viewer("Lotte Peeters", "Coördinator, lokaal bestuur"));
        model.addAttribute("sessionSeconds", 1800);
        model.addAttribute(
                "navigation",
                List.of(
                        new NavigationItem("/taken", "layout.navigation.tasks", true, 7, "g t"),
                        new NavigationItem("/signalen", "layout.navigation.signals", false, 2, null),
                        new NavigationItem("/dossiers", "layout.navigation.cases", false, null, "g d"),
                        new NavigationItem("/overleg", "layout.navigation.consultations", false, null, "g o"),
                        new NavigationItem("/opvolging", "layout.navigation.follow-up", false),
                        new NavigationItem("/overdrachten", "layout.navigation.transfers", false),
                        new NavigationItem("/helpdesk", "layout.navigation.desk", false),
                        new NavigationItem("/audit", "layout.navigation.audit", false)));
        model.addAttribute("reporting", Reporting.values());
        model.addAttribute("sources", List.of("A", "B", "C"));
        model.addAttribute("kinds", Kind.values());
        model.addAttribute(
                "themes",
                List.of(
                        new Choice("school", "Onderwijs"),
                        new Choice("work", "Werk en inkomen"),
                        new Choice("family", "Gezin", "Ook wie mee in huis woont")));
    }

    @GetMapping("/gallery/form")
    String form(@ModelAttribute("form") Form form) {
        form.getFacts().add(new Fact());
        form.getFacts().add(new Fact());
        return "gallery/form";
    }

    @PostMapping("/gallery/form")
    String submit(@ModelAttribute("form") Form form, BindingResult errors) {
        if (form.getFacts().isEmpty()) {
            form.getFacts().add(new Fact());
        }
        for (int at = 0; at < form.getFacts().size(); at++) {
            String text = form.getFacts().get(at).getText();
            if (text == null || text.isBlank()) {
                errors.rejectValue("facts[" + at + "].text", "gallery.required");
            }
        }
        if (form.getBorn() != null && form.getBorn().getYear() > 2026) {
            errors.rejectValue("born", "gallery.born.future");
        }
        return errors.hasErrors() ? "gallery/form" : "redirect:/gallery/list";
    }

    @GetMapping("/gallery/{list:list|empty}")
    String list(@PathVariable String list, Model model) {
        LocalDate day = LocalDate.of(2026, 11, 26);
        List<Task> tasks = List.of(
                new Task("1", "Verslag goedkeuren", "D-2026-041", "IN_CONSULTATION", day.minusDays(5), true),
                new Task("2", "Toetsing afronden", "D-2026-052", "ASSESSMENT", day.minusDays(2), true),
                new Task("3", "Maatregel opvolgen: eerste gesprek CAW", "D-2026-033", "PLAN_ACTIVE", day, false),
                new Task("4", "Voorstel casuslijst beslissen", "D-2026-057", "LISTED", day, false),
                new Task("5", "Herziening voorbereiden", "D-2026-019", "FOLLOW_UP", day.plusDays(1), false),
                new Task("6", "Overdracht bevestigen", "D-2026-008", "TRANSFER_OFFERED", day.plusDays(2), false),
                new Task("7", "Nazorg afspreken", "D-2025-114", "CLOSED", day.plusDays(4), false));
        model.addAttribute("tasks", list.equals("list") ? tasks : List.of());
        model.addAttribute("next", "/gallery/list?after=abc");
        model.addAttribute(
                "notice", Notice.of("gallery.notice", "Conflictcheck").undoneBy("/gallery/undo"));
        return "gallery/list";
    }

    @GetMapping("/gallery/case")
    String theCase(Model model) {
        model.addAttribute("day", LocalDate.of(2026, 11, 12));
        model.addAttribute("later", LocalDate.of(2026, 11, 26));
        model.addAttribute("moment", LocalDateTime.of(2026, 11, 9, 14, 2));
        model.addAttribute(
                "missing", List.of("De information officer rondde de conflictcheck van punt 2 nog niet af."));
        model.addAttribute("active", List.of("consult"));
        model.addAttribute("completed", List.of("start", "assess"));
        return "gallery/case";
    }

    @GetMapping("/gallery/check")
    String check() {
        return "gallery/check";
    }
}
