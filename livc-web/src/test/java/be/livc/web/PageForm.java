package be.livc.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The fields of a form as a page shows them, to be changed and sent as a browser would. */
public final class PageForm {

    private static final Pattern FIELD = Pattern.compile(
            "<input([^>]*)>|<textarea([^>]*)>([^<]*)</textarea>|<select([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option[^>]*value=\"([^\"]*)\"[^>]*selected");

    private final Map<String, String> fields = new LinkedHashMap<>();

    private PageForm() {}

    /** The form on this page that posts to this path. */
    public static PageForm on(Answer page, String path) {
        Matcher form = Pattern.compile("<form[^>]*action=\"" + Pattern.quote(path) + "\".*?</form>", Pattern.DOTALL)
                .matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form to " + path + " on the page, " + page.status());
        }
        PageForm found = new PageForm();
        Matcher field = FIELD.matcher(form.group());
        while (field.find()) {
            found.read(field);
        }
        return found;
    }

    private void read(Matcher field) {
        if (field.group(1) != null) {
            boolean left = field.group(1).matches("(?s).*type=\"(?:radio|checkbox)\".*")
                    && !field.group(1).contains("checked");
            if (!left) {
                keep(field.group(1), attribute(field.group(1), "value"));
            }
        } else if (field.group(2) != null) {
            keep(field.group(2), field.group(3));
        } else {
            Matcher chosen = CHOSEN.matcher(field.group(5));
            keep(field.group(4), chosen.find() ? chosen.group(1) : "");
        }
    }

    private void keep(String attributes, String value) {
        String name = attribute(attributes, "name");
        if (!name.isEmpty() && !name.equals("_csrf")) {
            fields.put(name, HtmlUtils.htmlUnescape(value));
        }
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1) : "";
    }

    /** Writes in a field. */
    public PageForm with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    /** What stands in a field. */
    public String value(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Names and values in turn, as {@link Browser#post} takes them. */
    public String[] fields() {
        List<String> all = new ArrayList<>();
        fields.forEach((name, value) -> all.addAll(List.of(name, value)));
        return all.toArray(String[]::new);
    }
}
