package be.livc.workflow.engine;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The picture of a process as somebody sees it: what its arrows join, where its texts stand, and what they stand on. */
final class ModelPicture {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** Of the viewer's letters, 11 pixels high: the widest that a text of some length is on average, and the height of a line. */
    private static final double LETTER = 6.1;

    private static final double LINE = 13.2;

    /** What touches is not on it. */
    private static final double SLACK = 1;

    private final Map<String, Rectangle2D> texts = new LinkedHashMap<>();
    private final Map<String, Rectangle2D> shapes = new LinkedHashMap<>();
    private final Map<String, List<Point2D>> arrows = new LinkedHashMap<>();

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
            picture.arrows.put(
                    id,
                    elements(edge, "waypoint").stream()
                            .<Point2D>map(point -> new Point2D.Double(x(point), y(point)))
                            .toList());
            picture.text(model, id, edge);
        });
        return picture;
    }

    /** What is drawn as a shape, by the ids of the model. */
    Set<String> shapes() {
        return shapes.keySet();
    }

    /** What is drawn as an arrow. */
    Set<String> arrows() {
        return arrows.keySet();
    }

    /** Whether this arrow begins on the border of one shape or in it, and ends so on the other. */
    boolean joins(String arrow, String from, String to) {
        List<Point2D> points = arrows.getOrDefault(arrow, List.of());
        return points.size() >= 2 && touches(points.get(0), from) && touches(points.get(points.size() - 1), to);
    }

    private boolean touches(Point2D point, String shape) {
        return shapes.containsKey(shape) && shapes.get(shape).outcode(point) == 0;
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
                    .filter(arrow -> pieces(arrow.getValue()).anyMatch(text::intersects))
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

    private static Stream<Rectangle2D> pieces(List<Point2D> points) {
        return IntStream.range(1, points.size()).mapToObj(i -> {
            Point2D begin = points.get(i - 1);
            Rectangle2D piece = new Rectangle2D.Double(begin.getX(), begin.getY(), 1, 1);
            piece.add(points.get(i));
            return piece;
        });
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
