package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Each process file as a reader and a browser find it: complete, documented, drawn, and without code. */
class ProcessModelTest {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String FLOWABLE = "http://flowable.org/bpmn";
    private static final List<String> FLOW_NODES = List.of(
            "startEvent",
            "endEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "exclusiveGateway",
            "parallelGateway");

    static Stream<Resource> processes() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn20.xml"));
    }

    @Test
    void there_is_a_process_to_check() throws IOException {
        assertThat(processes()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void it_is_bpmn_by_the_standards_own_schema(Resource process) throws Exception {
        new BpmnXMLConverter().validateModel(() -> {
            try {
                return process.getInputStream();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_place_says_in_dutch_who_what_and_on_which_ground(Resource process) throws Exception {
        List<Element> places = nodes(read(process));

        assertThat(places).isNotEmpty();
        for (Element node : places) {
            String id = node.getAttribute("id");
            assertThat(id).matches("[a-z][A-Za-z]+");
            assertThat(node.getAttribute("name")).as(id).isNotBlank();
            Element documentation =
                    (Element) node.getElementsByTagNameNS(BPMN, "documentation").item(0);
            assertThat(documentation).as(id).isNotNull();
            assertThat(documentation.getTextContent().lines())
                    .as(id)
                    .satisfiesExactly(
                            who -> assertThat(who).startsWith("Wie: "),
                            what -> assertThat(what).startsWith("Wat: "),
                            ground -> assertThat(ground).startsWith("Grond: "));
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_place_has_a_shape_and_every_arrow_touches_the_shapes_it_joins(Resource process) throws Exception {
        Document model = read(process);
        ModelPicture picture = ModelPicture.of(model);
        Set<String> nodes = ids(nodes(model));
        List<Element> flows = elements(model, BPMN, "sequenceFlow");
        assertThat(nodes).isNotEmpty();

        assertThat(flows)
                .allMatch(flow -> picture.joins(
                        flow.getAttribute("id"), flow.getAttribute("sourceRef"), flow.getAttribute("targetRef")));
        assertThat(picture.shapes()).isEqualTo(nodes);
        assertThat(picture.arrows()).isEqualTo(ids(flows));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void no_text_lies_on_an_arrow_on_a_shape_or_on_another_text(Resource process) throws Exception {
        ModelPicture picture = ModelPicture.of(read(process));

        assertThat(picture.texts()).isGreaterThan(50);
        assertThat(picture.collisions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void it_holds_no_code_and_no_expression_beyond_a_name_or_a_comparison_of_one(Resource process) throws Exception {
        Document model = read(process);
        Element definition = elements(model, BPMN, "process").get(0);
        NodeList all = definition.getElementsByTagNameNS(BPMN, "*");
        for (int i = 0; i < all.getLength(); i++) {
            assertThat(all.item(i).getLocalName())
                    .isNotIn("scriptTask", "serviceTask", "sendTask", "receiveTask", "businessRuleTask", "script");
        }
        for (Element condition : elements(model, BPMN, "conditionExpression")) {
            assertThat(condition.getTextContent()).matches("\\$\\{[a-zA-Z]+ == '[A-Z_]+'}");
        }
        for (Element date : elements(model, BPMN, "timeDate")) {
            assertThat(date.getTextContent()).matches("\\$\\{[a-zA-Z]+}");
        }
        for (Element task : elements(model, BPMN, "userTask")) {
            assertThat(task.getAttributeNS(FLOWABLE, "dueDate")).matches("|\\$\\{[a-zA-Z]+}");
            assertThat(task.getAttributeNS(FLOWABLE, "candidateGroups")).matches("[A-Z_]+(,[A-Z_]+)*");
            assertThat(task.getAttribute("name")).doesNotContain("$");
        }
    }

    /** The engine leaves an event that hangs on nothing out without a word, and the schema does not look where it hangs. */
    @ParameterizedTest
    @MethodSource("processes")
    void every_event_on_a_border_hangs_on_a_step_and_every_timer_has_a_date(Resource process) throws Exception {
        Document model = read(process);
        Set<String> steps = ids(elements(model, BPMN, "userTask"));
        for (Element event : elements(model, BPMN, "boundaryEvent")) {
            assertThat(steps).as(event.getAttribute("id")).contains(event.getAttribute("attachedToRef"));
        }
        for (Element timer : elements(model, BPMN, "timerEventDefinition")) {
            assertThat(elements(timer, BPMN, "timeDate")).hasSize(1);
        }
    }

    private static Set<String> ids(List<Element> elements) {
        return elements.stream().map(element -> element.getAttribute("id")).collect(Collectors.toSet());
    }

    private static List<Element> nodes(Document model) {
        return FLOW_NODES.stream()
                .flatMap(kind -> elements(model, BPMN, kind).stream())
                .toList();
    }

    private static List<Element> elements(Document model, String namespace, String name) {
        return elements(model.getDocumentElement(), namespace, name);
    }

    private static List<Element> elements(Element within, String namespace, String name) {
        NodeList found = within.getElementsByTagNameNS(namespace, name);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(i -> (Element) found.item(i))
                .toList();
    }

    private static Document read(Resource process) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try (var text = process.getInputStream()) {
            return factory.newDocumentBuilder().parse(text);
        }
    }
}
