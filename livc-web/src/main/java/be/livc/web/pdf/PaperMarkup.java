package be.livc.web.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A paper as the tree that the layout works on. Texts enter it as text nodes, whatever they look like. */
final class PaperMarkup {

    /** How a picture stands in the tree: within itself, and nothing else may be fetched. */
    static final String INLINE_PNG = "data:image/png;base64,";

    private static final String STYLE = style();

    private final Document tree;

    private PaperMarkup(Document tree) {
        this.tree = tree;
    }

    static Document of(Paper paper) {
        try {
            Document tree = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
            new PaperMarkup(tree).write(paper);
            return tree;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every Java platform makes a document", impossible);
        }
    }

    private static String style() {
        try (InputStream css = PaperMarkup.class.getResourceAsStream("/pdf/paper.css")) {
            if (css == null) {
                throw new IllegalStateException("the style sheet of papers is missing");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The style sheet counts pages in Dutch; another language has its own two words. */
    private static String style(Locale language) {
        return switch (language.getLanguage()) {
            case "fr" -> counting("page", "sur");
            case "en" -> counting("page", "of");
            default -> STYLE;
        };
    }

    private static String counting(String page, String of) {
        return STYLE.replace("\"pagina \"", "\"" + page + " \"").replace("\" van \"", "\" " + of + " \"");
    }

    private void write(Paper paper) {
        Element html = tree.createElement("html");
        html.setAttribute("lang", paper.language().toLanguageTag());
        tree.appendChild(html);
        Element head = add(html, "head");
        add(head, "title", paper.title());
        Element description = add(head, "meta");
        description.setAttribute("name", "description");
        description.setAttribute("content", paper.title());
        add(head, "style", style(paper.language()));
        Element body = add(html, "body");
        Element mark = add(body, "div", paper.mark());
        mark.setAttribute("class", "mark");
        add(body, "div", paper.title()).setAttribute("class", "foot");
        add(body, "h1", paper.title());
        paper.blocks().forEach(block -> write(body, block));
    }

    private void write(Element body, Paper.Block block) {
        if (block instanceof Paper.Heading heading) {
            add(body, "h2", heading.text());
        } else if (block instanceof Paper.Text text) {
            lines(add(body, "p"), text.text());
        } else if (block instanceof Paper.Notice notice) {
            Element paragraph = add(body, "p");
            paragraph.setAttribute("class", "notice");
            lines(paragraph, notice.text());
        } else if (block instanceof Paper.Points points) {
            Element list = add(body, "ul");
            points.texts().forEach(text -> add(list, "li", text));
        } else if (block instanceof Paper.Table table) {
            write(body, table.heads(), table.rows());
        } else if (block instanceof Paper.Counts counts) {
            write(body, counts.heads(), counts.rows()).setAttribute("class", "counts");
        } else if (block instanceof Paper.Picture picture) {
            Element image = add(add(body, "p"), "img");
            image.setAttribute("src", INLINE_PNG + Base64.getEncoder().encodeToString(picture.png()));
            image.setAttribute("alt", picture.says());
            image.setAttribute("style", "width: %1$dmm; height: %1$dmm".formatted(picture.side()));
        }
    }

    private Element write(Element body, List<String> titles, List<List<String>> lines) {
        Element element = add(body, "table");
        Element heads = add(add(element, "thead"), "tr");
        for (String head : titles) {
            add(heads, "th", head).setAttribute("scope", "col");
        }
        Element rows = add(element, "tbody");
        for (List<String> cells : lines) {
            Element row = add(rows, "tr");
            for (int i = 0; i < cells.size(); i++) {
                Element cell = add(row, i == 0 ? "th" : "td");
                if (i == 0) {
                    cell.setAttribute("scope", "row");
                }
                lines(cell, cells.get(i));
            }
        }
        return element;
    }

    private void lines(Element in, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                add(in, "br");
            }
            in.appendChild(tree.createTextNode(printable(lines.get(i))));
        }
    }

    private Element add(Element parent, String name) {
        Element element = tree.createElement(name);
        parent.appendChild(element);
        return element;
    }

    private Element add(Element parent, String name, String text) {
        Element element = add(parent, name);
        element.appendChild(tree.createTextNode(printable(text)));
        return element;
    }

    /** Without the control characters that no font has a sign for. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
    }
}
