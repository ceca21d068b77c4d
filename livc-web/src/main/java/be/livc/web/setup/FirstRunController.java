package be.livc.web.setup;

import be.livc.cell.Municipalities;
import be.livc.cell.Municipalities.Municipality;
import be.livc.platform.Refusal;
import be.livc.web.choices.Choices;
import be.livc.web.signin.Passwords;
import be.livc.web.signin.Sources;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The page of the first run. Once there is an account, there is nothing here. */
@Controller
class FirstRunController {

    static final String PATH = "/eerste-start";

    private static final String VIEW = "setup/first-run";
    private static final String ERROR = "setup.error.";

    /** What the fields of the commands are called on the form, where that differs. */
    private static final Map<String, String> FIELDS =
            Map.of("name", "cellName", "municipalities", "municipality", "mainPurpose", "purpose");

    private final FirstRun firstRun;
    private final Passwords passwords;
    private final Sources sources;
    private final Choices choices;
    private final Municipalities municipalities;
    private final Clock clock;

    FirstRunController(
            FirstRun firstRun,
            Passwords passwords,
            Sources sources,
            Choices choices,
            Municipalities municipalities,
            Clock clock) {
        this.firstRun = firstRun;
        this.passwords = passwords;
        this.sources = sources;
        this.choices = choices;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    @InitBinder("form")
    void allow(WebDataBinder binder) {
        binder.setAllowedFields(
                "code", "cellName", "municipality", "purpose", "displayName", "username", "password", "passwordAgain");
    }

    /** What the form chooses from; nothing of this page is there once the first run is over. */
    @ModelAttribute
    void choices(Model model, Locale language) {
        if (!firstRun.isOpen()) {
            throw Refusal.notFound();
        }
        model.addAttribute("municipalities", municipalities.on(LocalDate.now(clock)));
        model.addAttribute("purposes", choices.codesOfNewCell("purposes", language));
    }

    @GetMapping(PATH)
    String show(@ModelAttribute("form") FirstRunForm form) {
        return VIEW;
    }

    @PostMapping(PATH)
    String setUp(
            @ModelAttribute("form") FirstRunForm form,
            BindingResult errors,
            HttpServletRequest request,
            Locale language) {
        check(form, errors, language);
        if (errors.hasErrors()) {
            return VIEW;
        }
        try {
            firstRun.setUp(command(form), sources.of(request));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            reject(errors, refusal);
            return VIEW;
        }
        return "redirect:/aanmelden?ingesteld";
    }

    private void check(FirstRunForm form, BindingResult errors, Locale language) {
        if (!firstRun.isCode(form.getCode())) {
            errors.rejectValue("code", ERROR + "wrong-code");
        }
        for (String field : List.of("cellName", "municipality", "displayName", "username")) {
            Object value = errors.getFieldValue(field);
            if (value == null || value.toString().isBlank()) {
                errors.rejectValue(field, ERROR + "required." + field);
            }
        }
        if (!form.getMunicipality().isBlank() && meant(form).isEmpty()) {
            errors.rejectValue("municipality", ERROR + "unknown-municipality");
        }
        if (choices.codesOfNewCell("purposes", language).stream()
                .noneMatch(purpose -> purpose.value().equals(form.getPurpose()))) {
            errors.rejectValue("purpose", ERROR + "required.purpose");
        }
        checkPassword(form, errors);
    }

    private void checkPassword(FirstRunForm form, BindingResult errors) {
        try {
            passwords.requireStrong("password", form.getUsername(), form.getPassword());
        } catch (Refusal refusal) {
            reject(errors, refusal);
            return;
        }
        if (!form.getPassword().equals(form.getPasswordAgain())) {
            errors.rejectValue("passwordAgain", ERROR + "passwords-differ");
        }
    }

    private static void reject(BindingResult errors, Refusal refusal) {
        for (Refusal.Reason reason : refusal.reasons()) {
            errors.rejectValue(FIELDS.getOrDefault(reason.detail(), reason.detail()), ERROR + reason.code());
        }
    }

    private FirstRun.FirstCell command(FirstRunForm form) {
        return new FirstRun.FirstCell(
                form.getCellName().strip(),
                meant(form).orElseThrow().stream().map(Municipality::nis).toList(),
                form.getPurpose(),
                form.getUsername().strip(),
                form.getDisplayName().strip(),
                passwords.chosen("password", form.getUsername(), form.getPassword()));
    }

    private Optional<List<Municipality>> meant(FirstRunForm form) {
        return municipalities.allNamed(form.getMunicipality(), LocalDate.now(clock));
    }
}
