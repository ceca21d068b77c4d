package be.livc.web.layout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Settles the list of errors above a form once its page is made: each names its field as the label beside it does, asks for a
 * choice where the field offers one, and they stand in the order of the fields. Only the page knows all of that; so no form
 * needs to do anything for it, and nothing can go astray when a label changes.
 *
 * @param names joins a label and a sentence
 */
record ErrorList(FieldNames names) {

    private static final String OF_ANY_FIELD = "data-of-any-field";
    private static final Set<String> TICKED = Set.of("checkbox", "radio");

    /** Does so on this page. */
    void settle(Document page) {
        List<Element> order = page.getAllElements();
        for (Element list : page.select(".govuk-error-summary__list")) {
            list.select("a[" + OF_ANY_FIELD + "]").forEach(line -> name(line, page));
            List<Element> lines = list.children().stream()
                    .sorted(Comparator.comparingInt(line -> fieldOf(line.selectFirst("a"), page)
                            .map(order::indexOf)
                            .orElse(-1)))
                    .toList();
            lines.forEach(list::appendChild);
        }
    }

    private void name(Element line, Document page) {
        String sentence = line.attr(OF_ANY_FIELD);
        line.removeAttr(OF_ANY_FIELD);
        fieldOf(line, page).ifPresent(field -> {
            String fitting = isChosenFrom(field) ? names.ofChoice(sentence) : sentence;
            labelOf(field, page).ifPresent(label -> line.text(names.under(label, fitting)));
            Optional.ofNullable(page.getElementById(field.id() + "-error")).stream()
                    .flatMap(beside -> beside.getAllElements().textNodes().stream())
                    .filter(told -> told.text().strip().equals(sentence))
                    .forEach(told -> told.text(told.text().replace(sentence, fitting)));
        });
    }

    /** Whether a field offers its answers. */
    private static boolean isChosenFrom(Element field) {
        return field.normalName().equals("select") || TICKED.contains(field.attr("type"));
    }

    private static Optional<Element> fieldOf(@Nullable Element line, Document page) {
        return Optional.ofNullable(line)
                .map(link -> link.attr("href"))
                .filter(href -> href.startsWith("#"))
                .map(href -> page.getElementById(href.substring(1)));
    }

    /** The question of a field that is answered by ticking one or more of several, else what stands beside it. */
    private static Optional<String> labelOf(Element field, Document page) {
        Optional<Element> question = Optional.ofNullable(field.closest("fieldset"))
                .filter(group -> TICKED.contains(field.attr("type")) && isOnly(field.attr("name"), group));
        return question.map(group -> group.selectFirst("legend"))
                .or(() -> page.getElementsByAttributeValue("for", field.id()).stream()
                        .findFirst())
                .map(Element::clone)
                .map(label -> {
                    label.select(".livc-optional").remove();
                    return label.text().strip();
                })
                .filter(label -> !label.isEmpty());
    }

    /** Whether a group asks nothing but this. */
    static boolean isOnly(String name, Element group) {
        return group.select("input:not([type=hidden]), textarea, select").stream()
                .allMatch(field -> field.attr("name").equals(name));
    }
}
