package be.livc.web.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes in a form on a page of this program what was sent by it, and beside its fields what is wrong there. Works on the
 * page as the templates made it, which close every element and quote every value: so no form needs to do anything for it.
 */
final class FilledForm {

    private static final String ATTRIBUTES = "\\b((?:\"[^\"]*+\"|[^\">]++)*+)>";

    private static final Pattern FORM = Pattern.compile("<form" + ATTRIBUTES + "(.*?)</form>", Pattern.DOTALL);

    private static final Pattern CONTROL = Pattern.compile(
            "<(input)" + ATTRIBUTES + "|<(button)" + ATTRIBUTES + "|<(textarea)" + ATTRIBUTES
                    + "(.*?)</textarea>|<(select)" + ATTRIBUTES + "(.*?)</select>",
            Pattern.DOTALL);

    private static final Pattern OPTION = Pattern.compile("<option" + ATTRIBUTES);

    private static final Pattern FOLDED = Pattern.compile("<(/?)details" + ATTRIBUTES);

    private static final Set<String> TICKED = Set.of("checkbox", "radio");

    /** Fields of which the page does not show again what was sent. */
    private static final Set<String> SENT_ANEW = Set.of("file", "password");

    private final String page;
    private final String action;
    private final Map<String, Deque<String>> sent = new HashMap<>();
    private final List<ErrorLine> errors;
    private final String word;

    private final Set<String> choices = new HashSet<>();
    private final Map<String, String> ids = new HashMap<>();
    private String firstId = "";

    /**
     * @param page as the program makes it now
     * @param action where the form was sent
     * @param sent what was sent, by field
     * @param errors what is wrong, each with the name of its field
     * @param word what is read aloud before an error
     */
    FilledForm(String page, String action, Map<String, String[]> sent, List<ErrorLine> errors, String word) {
        this.page = page;
        this.action = action;
        this.errors = errors;
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
        return form().flatMap(form -> {
            String fields = CONTROL.matcher(form.group(2)).replaceAll(field -> Matcher.quoteReplacement(filled(field)));
            if (firstId.isEmpty() || !everythingHasAPlace()) {
                return Optional.empty();
            }
            String whole = page.substring(0, form.start(2)) + fields + page.substring(form.end(2));
            return Optional.of(leadingToFields(unfolded(whole, form.start())));
        });
    }

    /** Of several forms to the same address, the one that names the same thing in its hidden fields. */
    private Optional<MatchResult> form() {
        List<MatchResult> forms =
                FORM.matcher(page).results().filter(this::isSentThere).toList();
        return forms.stream().filter(this::isAboutTheSame).findFirst().or(() -> forms.stream()
                .findFirst());
    }

    private boolean isSentThere(MatchResult form) {
        Attributes of = new Attributes(form.group(1));
        return of.get("method").equalsIgnoreCase("post") && of.get("action").equals(action);
    }

    private boolean isAboutTheSame(MatchResult form) {
        return CONTROL.matcher(form.group(2))
                .results()
                .filter(control -> control.group(1) != null)
                .map(control -> new Attributes(control.group(2)))
                .filter(field ->
                        field.get("type").equals("hidden") && !field.get("name").startsWith("_"))
                .allMatch(hidden -> valuesOf(hidden.get("name")).contains(hidden.get("value")));
    }

    private Deque<String> valuesOf(String name) {
        return sent.getOrDefault(name, new ArrayDeque<>());
    }

    private String filled(MatchResult control) {
        if (control.group(1) != null) {
            return input(new Attributes(control.group(2)), control.group());
        }
        if (control.group(3) != null) {
            choices.add(new Attributes(control.group(4)).get("name"));
            return control.group();
        }
        if (control.group(5) != null) {
            Attributes area = new Attributes(control.group(6));
            String typed = next(area.get("name"), HtmlUtils.htmlUnescape(control.group(7)));
            // The first line end after the tag is no part of the text: one that is needs another before it.
            String first = typed.startsWith("\n") || typed.startsWith("\r") ? "\n" : "";
            return marked("textarea", area) + first + escaped(typed) + "</textarea>";
        }
        Attributes select = new Attributes(control.group(9));
        return marked("select", select) + options(select.get("name"), control.group(10)) + "</select>";
    }

    private String input(Attributes field, String asItIs) {
        String name = field.get("name");
        String type = field.get("type");
        if (name.isEmpty() || name.startsWith("_")) {
            return asItIs;
        }
        if (TICKED.contains(type)) {
            choices.add(name);
            return marked("input", field.having("checked", valuesOf(name).contains(field.get("value"))));
        }
        if (SENT_ANEW.contains(type)) {
            choices.add(name);
            return marked("input", field);
        }
        return marked("input", field.with("value", next(name, field.get("value"))));
    }

    private String options(String name, String options) {
        choices.add(name);
        if (!sent.containsKey(name)) {
            return options;
        }
        return OPTION.matcher(options).replaceAll(match -> {
            Attributes option = new Attributes(match.group(1));
            return Matcher.quoteReplacement(
                    option.having("selected", valuesOf(name).contains(option.get("value")))
                            .tag("option"));
        });
    }

    /** What was sent in this field, or in the next of that name; what stands there, where nothing was. */
    private String next(String name, String otherwise) {
        String value = valuesOf(name).poll();
        return value == null ? otherwise : value;
    }

    /** A choice that is not offered is made again in a moment; of what was typed nothing may be lost. */
    private boolean everythingHasAPlace() {
        return sent.entrySet().stream()
                .filter(field -> !choices.contains(field.getKey()))
                .allMatch(field -> field.getValue().stream().allMatch(String::isBlank));
    }

    /** The start of a field, with an id to lead to, and before it the errors that are about it. */
    private String marked(String element, Attributes field) {
        String name = field.get("name");
        String type = field.get("type");
        if (type.equals("hidden") || ids.containsKey(name)) {
            return field.tag(element);
        }
        String id = field.get("id").isEmpty() ? free(name) : field.get("id");
        ids.put(name, id);
        firstId = firstId.isEmpty() ? id : firstId;
        field.with("id", id);
        List<String> about = errors.stream()
                .filter(error -> error.field().equals(name))
                .map(ErrorLine::text)
                .toList();
        if (about.isEmpty() || TICKED.contains(type)) {
            return field.tag(element);
        }
        String kind = type.equals("file") ? "file-upload" : element;
        field.adding("class", "govuk-" + kind + "--error")
                .with("aria-invalid", "true")
                .adding("aria-describedby", id + "-error");
        return "<p class=\"govuk-error-message\" id=\"" + escaped(id)
                + "-error\"><span class=\"govuk-visually-hidden\">" + escaped(word) + "</span> "
                + escaped(String.join(" ", about)) + "</p>" + field.tag(element);
    }

    private String free(String name) {
        String id = name;
        for (int n = 2; page.contains("id=\"" + escaped(id) + "\""); n++) {
            id = name + "-" + n;
        }
        return id;
    }

    /** Opens what is folded around the form. */
    private static String unfolded(String page, int form) {
        List<MatchResult> around = new ArrayList<>();
        FOLDED.matcher(page).results().takeWhile(tag -> tag.start() < form).forEach(tag -> {
            if (tag.group(1).isEmpty()) {
                around.add(tag);
            } else if (!around.isEmpty()) {
                around.remove(around.size() - 1);
            }
        });
        StringBuilder open = new StringBuilder(page);
        for (int at = around.size() - 1; at >= 0; at--) {
            MatchResult tag = around.get(at);
            open.replace(
                    tag.start(),
                    tag.end(),
                    new Attributes(tag.group(2)).having("open", true).tag("details"));
        }
        return open.toString();
    }

    /** An error about something that is no field of the form leads to its first. */
    private String leadingToFields(String whole) {
        String led = whole;
        for (int nth = 0; nth < errors.size(); nth++) {
            String id = ids.getOrDefault(errors.get(nth).field(), firstId);
            led = led.replace("\"#" + placeOf(nth) + "\"", "\"#" + escaped(id) + "\"");
        }
        return led;
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
