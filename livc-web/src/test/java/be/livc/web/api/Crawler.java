package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.pdf.PdfCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Follows every link and every form that only asks, from page to page, and looks in each answer for a word that may not be there:
 * in pages, in PDF, in archives.
 */
final class Crawler {

    private static final Pattern LINK = Pattern.compile("(?:href|src|hx-get|data-[a-z-]+)=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("action=\"(/[^\"#]*)\"");
    private static final Pattern SELECT =
            Pattern.compile("<select\\b[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b[^>]*value=\"([^\"]*)\"");

    /** Lists are cut in pages, and the log grows by the crawl itself: of one list so many pages are turned. */
    private static final int MOST_PAGES_OF_A_LIST = 4;

    private final Browser browser;
    private final String forbidden;
    private final int most;
    private final Deque<String> next = new ArrayDeque<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Map<String, Integer> pagesOf = new HashMap<>();
    private final List<String> leaks = new ArrayList<>();
    private int asked;

    /**
     * A crawler.
     *
     * @param forbidden what no answer may hold
     * @param most how many pages at most
     */
    Crawler(Browser browser, String forbidden, int most) {
        this.browser = browser;
        this.forbidden = forbidden;
        this.most = most;
    }

    /** Follows everything from these addresses on; the addresses that were asked for. */
    Set<String> from(Collection<String> addresses) {
        addresses.forEach(this::add);
        while (!next.isEmpty() && asked < most) {
            asked++;
            String path = next.poll();
            Answer answer = browser.get(path);
            look(path, answer);
            if (answer.status() >= 300 && answer.status() < 400) {
                add(answer.location());
            }
            follow(answer.body());
        }
        return Set.copyOf(seen);
    }

    /** What was found where it may not be. */
    List<String> leaks() {
        return List.copyOf(leaks);
    }

    /** How many pages were asked for, and how many were left because there were too many. */
    String howFar() {
        return asked + " pages" + (next.isEmpty() ? "" : ", " + next.size() + " left");
    }

    /** Looks in an answer, and expects the program not to have failed. */
    void look(String path, Answer answer) {
        assertThat(answer.status()).as(path).isLessThan(500);
        if (textOf(answer.bytes()).contains(forbidden)) {
            leaks.add(path);
        }
    }

    private void follow(String page) {
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            add(link.group(1).replace("&amp;", "&"));
        }
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            Matcher action = ACTION.matcher(form.group(1));
            if (form.group(1).contains("\"get\"") && action.find()) {
                ask(action.group(1).replace("&amp;", "&"), form.group(2));
            }
        }
    }

    /** With nothing chosen, and with each choice of each list. */
    private void ask(String action, String fields) {
        add(action);
        String sign = action.contains("?") ? "&" : "?";
        Matcher select = SELECT.matcher(fields);
        while (select.find()) {
            Matcher option = OPTION.matcher(select.group(2));
            while (option.find()) {
                if (!option.group(1).isEmpty()) {
                    add(action + sign + select.group(1) + "=" + option.group(1).replace(' ', '+'));
                }
            }
        }
    }

    private void add(String address) {
        String path = address.replaceFirst("^https?://[^/]+", "");
        if (!path.startsWith("/") || path.startsWith("/assets") || path.startsWith("/afmelden")) {
            return;
        }
        if (path.contains("after=")
                && pagesOf.merge(path.replaceFirst("[?].*", ""), 1, Integer::sum) > MOST_PAGES_OF_A_LIST) {
            return;
        }
        if (seen.add(path)) {
            next.add(path);
        }
    }

    private static String textOf(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(5, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF")) {
            return PdfCheck.text(bytes);
        }
        return start.startsWith("PK") ? unpacked(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String unpacked(byte[] archive) {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append(textOf(zip.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }
}
