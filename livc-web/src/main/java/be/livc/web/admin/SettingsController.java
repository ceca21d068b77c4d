package be.livc.web.admin;

import be.livc.access.Act;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.PartnerId;
import be.livc.cell.Partners;
import be.livc.cell.UserId;
import be.livc.law.LegalBases;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import be.livc.setup.Setup;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import be.livc.web.signin.Passwords;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Partners and mandates of the own cell, and the way to its legal bases and clearances. */
@Controller
@RequestMapping("/beheer")
class SettingsController {

    /** What a command calls otherwise than its form. */
    private static final Map<String, String> FIELDS = Map.of("user", "username");

    /** A partner to add; without a community it is one of the Flemish, as nearly all are. */
    record PartnerForm(String name, String category, String community) {

        PartnerForm {
            name = Typed.text(name);
            category = Typed.text(category);
            community = Typed.some(Typed.text(community)).orElse("FLEMISH");
        }
    }

    /** A mandate to give; with a sign-in name and password an account is opened for its holder. */
    record MandateForm(
            String person, String partner, String capacity, String clearanceUntil, String username, String password) {

        MandateForm {
            person = Typed.text(person);
            partner = Typed.text(partner);
            capacity = Typed.text(capacity);
            clearanceUntil = Typed.text(clearanceUntil);
            username = Typed.text(username);
            password = password == null ? "" : password;
        }

        @Override
        public String toString() {
            return "MandateForm";
        }
    }

    /**
     * A mandate as listed.
     *
     * @param mayGivePassword whether who reads may give its holder another password
     * @param waits whether its holder waits for who reads to confirm that it is them
     */
    record MandateRow(Mandate mandate, boolean running, String capacity, boolean mayGivePassword, boolean waits) {}

    private final Setup setup;
    private final Accounts accounts;
    private final Partners partners;
    private final Mandates mandates;
    private final LegalBases bases;
    private final Choices choices;
    private final Passwords passwords;
    private final FirstSteps firstSteps;
    private final Clock clock;

    SettingsController(
            Setup setup,
            Accounts accounts,
            Partners partners,
            Mandates mandates,
            LegalBases bases,
            Choices choices,
            Passwords passwords,
            FirstSteps firstSteps,
            Clock clock) {
        this.setup = setup;
        this.accounts = accounts;
        this.partners = partners;
        this.mandates = mandates;
        this.bases = bases;
        this.choices = choices;
        this.passwords = passwords;
        this.firstSteps = firstSteps;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, Locale locale, Model model) {
        return page(actor, locale, model);
    }

    private String page(Actor actor, Locale locale, Model model) {
        if (!Act.CONFIGURE_CELL.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
        Instant now = clock.instant();
        Set<UserId> waiting = accounts.waitingIn(actor.cell());
        model.addAttribute("firstSteps", firstSteps.of(actor.cellKind()));
        model.addAttribute("seesKeys", Act.CONFIGURE.isFor(actor.capacity()));
        model.addAttribute("partners", partners.all());
        model.addAttribute(
                "mandates",
                mandates.all().stream()
                        .map(mandate -> row(actor, mandate, waiting, now, locale))
                        .toList());
        model.addAttribute(
                "validBases",
                bases.all().stream().filter(basis -> basis.isValidAt(now)).count());
        model.addAttribute("categories", choices.codes("partner-categories", locale));
        model.addAttribute("categoryLabels", choices.labels("partner-categories", locale));
        model.addAttribute("communities", choices.codes("communities", locale));
        model.addAttribute("communityLabels", choices.labels("communities", locale));
        model.addAttribute(
                "partnerChoices",
                partners.all().stream()
                        .map(partner -> new Choice(partner.id().toString(), partner.name()))
                        .toList());
        model.addAttribute(
                "capacities",
                Stream.of(Capacity.values())
                        .filter(capacity -> isOf(actor.cellKind(), capacity))
                        .map(capacity -> new Choice(capacity.name(), choices.capacity(capacity, locale)))
                        .toList());
        putIfAbsent(model, "partnerForm", new PartnerForm("", "", ""));
        putIfAbsent(model, "mandateForm", new MandateForm("", "", "", "", "", ""));
        return "admin/settings";
    }

    /** Who answers questions works at the desk alone, and whoever takes part in consultations nowhere near it. */
    private static boolean isOf(CellKind cell, Capacity capacity) {
        return cell == CellKind.DESK
                ? !capacity.takesPart() || capacity == Capacity.LIAISON_OFFICER
                : capacity != Capacity.DESK;
    }

    private MandateRow row(Actor reader, Mandate mandate, Set<UserId> waiting, Instant now, Locale locale) {
        boolean mayGivePassword = mayGivePassword(reader, mandate, now);
        return new MandateRow(
                mandate,
                mandate.runsAt(now),
                choices.capacity(mandate.capacity(), locale),
                mayGivePassword,
                mayGivePassword && waiting.contains(mandate.user().orElseThrow()));
    }

    private static boolean mayGivePassword(Actor reader, Mandate mandate, Instant now) {
        return Act.CONFIGURE.isFor(reader.capacity())
                && mandate.runsAt(now)
                && mandate.user().filter(user -> !user.equals(reader.user())).isPresent();
    }

    private static void putIfAbsent(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }

    @PostMapping("/partners")
    String addPartner(
            Actor actor,
            @ModelAttribute("partnerForm") PartnerForm form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        return act(actor, "partnerForm", form, locale, model, next, "admin.partner.added", errors -> {
            setup.addPartner(actor, form.name(), form.category(), form.community());
        });
    }

    @PostMapping("/mandaten")
    String giveMandate(
            Actor actor,
            @ModelAttribute("mandateForm") MandateForm form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        return act(actor, "mandateForm", form, locale, model, next, "admin.mandate.given", errors -> {
            Reading reading = new Reading();
            reading.text("person", form.person(), ShortText.LINE);
            PartnerId partner = new PartnerId(reading.id("partner", form.partner()));
            Capacity capacity = reading.code("capacity", form.capacity(), Capacity.class);
            LocalDate today = LocalDate.now(clock);
            Optional<LocalDate> clearance = reading.someDay("clearanceUntil", form.clearanceUntil());
            reading.unless(clearance.filter(today::isAfter).isEmpty(), "clearanceUntil", "in-the-past");
            reading.check();
            Optional<UserId> user = form.username().isEmpty() ? Optional.empty() : Optional.of(account(actor, form));
            setup.giveMandate(
                    actor, new GiveMandate(user, form.person(), partner, capacity, today, Optional.empty(), clearance));
        });
    }

    private UserId account(Actor actor, MandateForm form) {
        return setup.userNamed(form.username()).orElseGet(() -> setup.openAccount(
                        actor,
                        form.username(),
                        form.person(),
                        passwords.chosen("password", form.username(), form.password()),
                        "nl")
                .id());
    }

    @PostMapping("/mandaten/{id}/einde")
    String endMandate(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        setup.endMandate(actor, new MandateId(id));
        next.addFlashAttribute("notice", Notice.of("admin.mandate.ended"));
        return "redirect:/beheer";
    }

    private interface Change {
        void make(BindingResult errors);
    }

    private String act(
            Actor actor,
            String name,
            Object form,
            Locale locale,
            Model model,
            RedirectAttributes next,
            String done,
            Change change) {
        BindingResult errors = new BeanPropertyBindingResult(form, name);
        try {
            change.make(errors);
            next.addFlashAttribute("notice", Notice.of(done));
            return "redirect:/beheer";
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.CONFLICT) {
                // Whoever has a mandate already is named there; a form without that field tells it above.
                Forms.reject(errors, List.of(new Refusal.Reason(refusal.code(), "username")), FIELDS);
            } else {
                Forms.reject(errors, refusal, FIELDS);
            }
        }
        model.addAllAttributes(errors.getModel());
        return page(actor, locale, model);
    }
}
