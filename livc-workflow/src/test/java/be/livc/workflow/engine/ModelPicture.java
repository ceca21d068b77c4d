package be.livc.workflow.engine;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The picture of a process as somebody sees it: where its texts stand, and what they stand on. */
final class ModelPicture {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** Of the viewer's letters, 11 pixels high: the widest that a text of some length is on average, and the height of a line. */
    private static final double LETTER = 6.1;

    private static final double LINE = 13.2;

    /** What touches is not on it. */
    private static final double SLACK = 1;

    private final Map<String, Rectangle2D> texts = new LinkedHashMap<>();
    private final Map<String, Rectangle2D> shapes = new LinkedHashMap<>();
    private final Map<String, List<Rectangle2D>> arrows = new LinkedHashMap<>();

    private ModelPicture() {}

    static ModelPicture of(Document model) {
        ModelPicture picture = new ModelPicture();
        elements(model.getDocumentElement(), "BPMNShape").forEach(shape -> {
            String id = shape.getAttribute("bpmnElement");
            picture.shapes.put(id, bounds(elements(shape, "Bounds").get(0)));
            picture.text(model, id, shape);
        });
        elements(model.getDocumentElement(), "BPMNEdge").forEach(edge -> {
            String id = edge.getAttribute("bpmnElement");
            picture.arrows.put(id, pieces(elements(edge, "waypoint")));
            picture.text(model, id, edge);
        });
        return picture;
    }

    /** How many texts stand beside a shape or an arrow. */
    int texts() {
        return texts.size();
    }

    /** What lies on what. */
    List<String> collisions() {
        List<String> found = new ArrayList<>();
        List<String> ids = List.copyOf(texts.keySet());
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            Rectangle2D text = inner(texts.get(id));
            ids.subList(i + 1, ids.size()).stream()
                    .filter(other -> text.intersects(texts.get(other)))
                    .forEach(other -> found.add("the text of " + id + " on that of " + other));
            shapes.entrySet().stream()
                    .filter(shape -> text.intersects(inner(shape.getValue())))
                    .forEach(shape -> found.add("the text of " + id + " on " + shape.getKey()));
            arrows.entrySet().stream()
                    .filter(arrow -> arrow.getValue().stream().anyMatch(text::intersects))
                    .forEach(arrow -> found.add("the text of " + id + " on the arrow " + arrow.getKey()));
        }
        return found;
    }

    private void text(Document model, String id, Element drawn) {
        List<Element> labels = elements(drawn, "BPMNLabel");
        if (!labels.isEmpty()) {
            Rectangle2D place = bounds(elements(labels.get(0), "Bounds").get(0));
            texts.put(id, written(nameOf(model, id), place));
        }
    }

    /** Where the letters are: broken into lines at words, in the middle of their place. */
    private static Rectangle2D written(String name, Rectangle2D place) {
        List<String> lines = new ArrayList<>();
        for (String word : name.split(" ")) {
            String longer = lines.isEmpty() ? word : lines.get(lines.size() - 1) + " " + word;
            if (lines.isEmpty() || longer.length() * LETTER > place.getWidth()) {
                lines.add(word);
            } else {
                lines.set(lines.size() - 1, longer);
            }
        }
        double width = lines.stream().mapToInt(String::length).max().orElse(0) * LETTER;
        return new Rectangle2D.Double(place.getCenterX() - width / 2, place.getY(), width, lines.size() * LINE);
    }

    private static String nameOf(Document model, String id) {
        return each(model.getElementsByTagNameNS(MODEL, "*"))
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow()
                .getAttribute("name");
    }

    private static List<Rectangle2D> pieces(List<Element> points) {
        return IntStream.range(1, points.size())
                .<Rectangle2D>mapToObj(i -> {
                    Rectangle2D piece = new Rectangle2D.Double(x(points.get(i - 1)), y(points.get(i - 1)), 1, 1);
                    piece.add(x(points.get(i)), y(points.get(i)));
                    return piece;
                })
                .toList();
    }

    private static Rectangle2D inner(Rectangle2D all) {
        return new Rectangle2D.Double(
                all.getX() + SLACK, all.getY() + SLACK, all.getWidth() - 2 * SLACK, all.getHeight() - 2 * SLACK);
    }

    private static Rectangle2D bounds(Element bounds) {
        return new Rectangle2D.Double(x(bounds), y(bounds), number(bounds, "width"), number(bounds, "height"));
    }

    private static double x(Element element) {
        return number(element, "x");
    }

    private static double y(Element element) {
        return number(element, "y");
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> elements(Element within, String name) {
        return each(within.getElementsByTagNameNS("*", name)).toList();
    }

    private static Stream<Element> each(NodeList found) {
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
