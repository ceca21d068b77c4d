package be.livc.web.ledger;

import be.livc.access.LedgerReading;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.LedgerEntryView;
import be.livc.ledger.LedgerFilter;
import be.livc.ledger.Result;
import be.livc.platform.CurrentCell;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The log as files for other programs: CSV (RFC 4180), and a bundle of AuditEvents (HL7 FHIR R5). */
@Component
public class AuditFiles {

    private static final String CODES = "https://livc.be/fhir/CodeSystem/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What HL7 tags a resource with of which a part was left out. */
    private static final Map<String, String> SUBSETTED =
            Map.of("system", "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "code", "SUBSETTED");

    private final LedgerReading reading;
    private final AuditLines lines;
    private final MessageSource messages;

    AuditFiles(LedgerReading reading, AuditLines lines, MessageSource messages) {
        this.reading = reading;
        this.lines = lines;
        this.messages = messages;
    }

    /** What the filter lets through, as a table with a head. */
    String csv(Actor actor, LedgerFilter filter, Locale locale) {
        Map<MandateId, String> names = lines.names();
        StringBuilder csv = new StringBuilder("index,time,who,action,object,object-id,case,purpose,why,to,result\r\n");
        boolean all = reading.take(actor, filter, view -> csv.append(row(view, lines.of(view, names, locale))));
        return all ? csv.toString() : csv.append(cutShort(locale)).toString();
    }

    /** A last row that cannot be taken for one of the log. */
    private String cutShort(Locale locale) {
        return cell(messages.getMessage("audit.cut-short", new Object[] {LedgerReading.MOST_TAKEN}, locale)) + "\r\n";
    }

    private static String row(LedgerEntryView view, AuditLines.Line line) {
        String result = view.entry().map(entry -> entry.result().word()).orElse("");
        return Stream.of(
                                line.index(),
                                line.at(),
                                line.who(),
                                line.action(),
                                line.object(),
                                line.objectId(),
                                line.caseId() == null ? "" : line.caseId(),
                                line.purpose(),
                                line.why() == null ? "" : line.why(),
                                line.to(),
                                result)
                        .map(value -> cell(value.toString()))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** A spreadsheet takes what begins with one of these for a formula; an apostrophe before it makes it a text. */
    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /** What the filter lets through, as a FHIR R5 bundle. Each event is written as it comes: there can be very many. */
    public String fhir(Actor actor, LedgerFilter filter) {
        StringBuilder events = new StringBuilder();
        boolean all = reading.take(actor, filter, view -> view.entry().ifPresent(entry -> events.append(
                        events.isEmpty() ? "" : ",")
                .append(JSON.writeValueAsString(Map.of(
                        "fullUrl",
                        "urn:uuid:" + UUID.nameUUIDFromBytes(view.leafHash().getBytes(StandardCharsets.US_ASCII)),
                        "resource",
                        event(view, entry))))));
        return bundle(events, all);
    }

    /**
     * A list without elements is not written in FHIR, and what is no whole list says so.
     *
     * @param events as JSON, with commas between
     */
    static String bundle(CharSequence events, boolean all) {
        return "{\"resourceType\":\"Bundle\","
                + (all ? "" : "\"meta\":{\"tag\":[" + JSON.writeValueAsString(SUBSETTED) + "]},")
                + "\"type\":\"collection\""
                + (events.isEmpty() ? "" : ",\"entry\":[" + events + "]")
                + "}";
    }

    private static Map<String, Object> event(LedgerEntryView view, Entry entry) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("resourceType", "AuditEvent");
        event.put("category", List.of(concept("ledger-result", entry.result().word())));
        event.put("code", concept("ledger-action", entry.action().word()));
        event.put("action", crude(entry.action()));
        event.put("recorded", view.time().toString());
        event.put(
                "outcome",
                Map.of(
                        "code",
                        Map.of(
                                "system",
                                "http://hl7.org/fhir/issue-severity",
                                "code",
                                entry.result() == Result.OK ? "success" : "error")));
        event.put("authorization", authorization(entry));
        event.put("agent", agents(entry));
        event.put(
                "source",
                Map.of(
                        "observer",
                        reference("urn:livc:cell", CurrentCell.require().toString())));
        event.put("entity", entities(entry));
        return event;
    }

    private static List<Object> authorization(Entry entry) {
        List<Object> grounds = new ArrayList<>();
        grounds.add(concept("purpose", entry.purpose()));
        entry.why().ifPresent(why -> grounds.add(concept("access-reason", why)));
        entry.basis().forEach(basis -> grounds.add(concept("legal-basis-" + basis.kind(), basis.reference())));
        return grounds;
    }

    private static List<Object> agents(Entry entry) {
        List<Object> agents = new ArrayList<>();
        Map<String, Object> actor = new LinkedHashMap<>();
        actor.put("role", List.of(concept("capacity", entry.actor().role())));
        actor.put("who", reference("urn:livc:account", entry.actor().user().toString()));
        actor.put("requestor", true);
        actor.put("networkString", entry.source().address());
        agents.add(actor);
        entry.recipients()
                .forEach(mandate -> agents.add(Map.of(
                        "type", concept("agent", "recipient"),
                        "who", reference("urn:livc:mandate", mandate.toString()),
                        "requestor", false)));
        return agents;
    }

    private static List<Object> entities(Entry entry) {
        List<Object> entities = new ArrayList<>();
        entities.add(Map.of(
                "what",
                reference("urn:livc:" + entry.object().type(), entry.object().id())));
        entry.caseId().ifPresent(id -> entities.add(Map.of("what", reference("urn:livc:case", id.toString()))));
        return entities;
    }

    /** FHIR knows five actions (C R U D E); everything that is none of the first four is carried out. */
    private static String crude(Action action) {
        return switch (action) {
            case CREATE -> "C";
            case READ, SEARCH, PRINT, EXPORT -> "R";
            case UPDATE -> "U";
            case DELETE, ERASE -> "D";
            default -> "E";
        };
    }

    private static Map<String, Object> concept(String system, String code) {
        return Map.of("coding", List.of(Map.of("system", CODES + system, "code", code)));
    }

    private static Map<String, Object> reference(String system, String value) {
        return Map.of("identifier", Map.of("system", system, "value", value));
    }
}
