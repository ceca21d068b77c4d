package be.livc.web.layout;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Writes in a form on a page of this program what was sent by it, and beside its fields what is wrong there. Works on the
 * page as the templates made it: so no form needs to do anything for it.
 */
final class FilledForm {

    private static final Set<String> TICKED = Set.of("checkbox", "radio");

    /** Fields of which the page does not show again what was sent. */
    private static final Set<String> SENT_ANEW = Set.of("file", "password");

    private final Document page;
    private final String action;
    private final Map<String, Deque<String>> sent = new HashMap<>();
    private final List<ErrorLine> errors;
    private final ErrorList list;
    private final String word;

    private final Set<String> choices = new HashSet<>();
    private final Map<String, String> ids = new HashMap<>();
    private String firstId = "";

    /**
     * @param page as the program makes it now
     * @param action where the form was sent
     * @param sent what was sent, by field
     * @param errors what is wrong, each with the name of its field
     * @param list settles the list of them above the page
     * @param word what is read aloud before an error
     */
    FilledForm(
            String page,
            String action,
            Map<String, String[]> sent,
            List<ErrorLine> errors,
            ErrorList list,
            String word) {
        this.page = Jsoup.parse(page);
        // What stands in a text or between two words is not to move.
        this.page.outputSettings().prettyPrint(false);
        this.action = action;
        this.errors = errors;
        this.list = list;
        this.word = word;
        sent.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                this.sent.put(name, new ArrayDeque<>(Arrays.asList(values)));
            }
        });
    }

    /** Where the line with this number leads to, before the fields of the form are known. */
    static String placeOf(int nth) {
        return "returned-" + nth;
    }

    /** The page; empty when the form is not there, or has no place for something that was sent. */
    Optional<String> page() {
        Optional<Element> form = form();
        form.ifPresent(found -> found.select("input, button, textarea, select").forEach(this::fill));
        if (form.isEmpty() || firstId.isEmpty() || !everythingHasAPlace()) {
            return Optional.empty();
        }
        form.get().parents().stream()
                .filter(around -> around.normalName().equals("details"))
                .forEach(folded -> folded.attr("open", true));
        leadToFields();
        list.settle(page);
        return Optional.of(page.outerHtml());
    }

    /** Of several forms to the same address, the one that names the same thing in its hidden fields. */
    private Optional<Element> form() {
        List<Element> forms = page.select("form[method=post]").stream()
                .filter(form -> form.attr("action").equals(action))
                .toList();
        return forms.stream().filter(this::isAboutTheSame).findFirst().or(() -> forms.stream()
                .findFirst());
    }

    private boolean isAboutTheSame(Element form) {
        return form.select("input[type=hidden]").stream()
                .filter(hidden -> !hidden.attr("name").startsWith("_"))
                .allMatch(hidden -> valuesOf(hidden.attr("name")).contains(hidden.attr("value")));
    }

    private Deque<String> valuesOf(String name) {
        return sent.getOrDefault(name, new ArrayDeque<>());
    }

    private void fill(Element field) {
        String name = field.attr("name");
        String type = field.attr("type");
        if (name.isEmpty() || name.startsWith("_")) {
            return;
        }
        switch (field.normalName()) {
            case "button" -> choices.add(name);
            case "select" -> choose(name, field);
            case "textarea" -> write(name, field);
            default -> enter(name, type, field);
        }
        if (!field.normalName().equals("button") && !type.equals("hidden") && !ids.containsKey(name)) {
            mark(name, type, field);
        }
    }

    private void choose(String name, Element field) {
        choices.add(name);
        if (sent.containsKey(name)) {
            field.select("option")
                    .forEach(option -> option.attr("selected", valuesOf(name).contains(option.attr("value"))));
        }
    }

    private void write(String name, Element field) {
        String typed = valuesOf(name).poll();
        if (typed != null) {
            // The first line end after the tag is no part of the text: one that is needs another before it.
            field.text((typed.startsWith("\n") || typed.startsWith("\r") ? "\n" : "") + typed);
        }
    }

    private void enter(String name, String type, Element field) {
        if (TICKED.contains(type)) {
            choices.add(name);
            field.attr("checked", valuesOf(name).contains(field.attr("value")));
        } else if (SENT_ANEW.contains(type)) {
            choices.add(name);
        } else {
            // What was sent in this field, or in the next of that name; what stands there, where nothing was.
            String typed = valuesOf(name).poll();
            field.attr("value", typed == null ? field.attr("value") : typed);
        }
    }

    /** A choice that is not offered is made again in a moment; of what was typed nothing may be lost. */
    private boolean everythingHasAPlace() {
        return sent.entrySet().stream()
                .filter(field -> !choices.contains(field.getKey()))
                .allMatch(field -> field.getValue().stream().allMatch(String::isBlank));
    }

    /** Gives the first field of a name an id to lead to, and puts before it the errors that are about it. */
    private void mark(String name, String type, Element field) {
        String id = field.id().isEmpty() ? free(name) : field.id();
        ids.put(name, id);
        firstId = firstId.isEmpty() ? id : firstId;
        field.id(id);
        List<String> about = errors.stream()
                .filter(error -> error.field().equals(name))
                .map(ErrorLine::besideField)
                .toList();
        if (about.isEmpty()) {
            return;
        }
        Element told = new Element("p").addClass("govuk-error-message").id(id + "-error");
        told.appendElement("span").addClass("govuk-visually-hidden").text(word);
        told.appendText(" " + String.join(" ", about));
        if (TICKED.contains(type)) {
            tellOfAnswers(name, field, told);
        } else {
            field.before(told);
            String kind = type.equals("file") ? "file-upload" : field.normalName();
            field.addClass("govuk-" + kind + "--error").attr("aria-invalid", "true");
            describe(field, told);
        }
    }

    /** Before the first of the answers; heard with the question where that is asked of these only, else with each answer. */
    private static void tellOfAnswers(String name, Element first, Element told) {
        Element answers = first.closest(".govuk-radios, .govuk-checkboxes");
        Element question = first.closest("fieldset");
        (answers == null ? first : answers).before(told);
        if (question != null && ErrorList.isOnly(name, question)) {
            describe(question, told);
        } else {
            (answers == null ? new Elements(first) : answers.select("input"))
                    .stream().filter(one -> one.attr("name").equals(name)).forEach(one -> describe(one, told));
        }
    }

    private static void describe(Element described, Element told) {
        described.attr("aria-describedby", (described.attr("aria-describedby") + " " + told.id()).strip());
    }

    private String free(String name) {
        String id = name;
        for (int n = 2; page.getElementById(id) != null; n++) {
            id = name + "-" + n;
        }
        return id;
    }

    /** An error about something that is no field of the form leads to its first. */
    private void leadToFields() {
        for (int nth = 0; nth < errors.size(); nth++) {
            String id = ids.getOrDefault(errors.get(nth).field(), firstId);
            page.getElementsByAttributeValue("href", "#" + placeOf(nth)).attr("href", "#" + id);
        }
    }
}
