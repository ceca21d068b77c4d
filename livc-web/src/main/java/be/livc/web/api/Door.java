package be.livc.web.api;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.access.WhoSees;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.platform.Ids;
import be.livc.rights.Certificates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Asks, before it is even read what was sent, whether the caller may know that the object is there; so bad input tells nobody
 * what exists. Stands before the calls, the pages and the forms alike.
 */
@Component
class Door implements HandlerInterceptor {

    private static final Pattern OBJECT = Pattern.compile(
            "^/(?:api/v1/)?" + "(signals|cases|consultations|aanmeldingen|dossiers|overleg)/([^/]+)(?:/.*)?$");

    /** Acts on what those who do them need not see: mayor and DPO, on the way to an erasure. */
    private static final Pattern ERASES =
            Pattern.compile("/(?:erasure|erasure-decision|wissing/(?:beslissing|uitvoeren))$");

    /** Where there is something to read for those who see no more than that it was erased, or is to be. */
    private static final Pattern TELLS_OF_ERASED = Pattern.compile(
            "^(?:/api/v1)?/[^/]+/[^/]+(?:/process|/wissing|/wiscertificaat\\.pdf|/letters/ERASURE_CERTIFICATE)?$");

    private static final Map<String, ObjectType> TYPES = Map.of(
            "signals", ObjectType.SIGNAL,
            "aanmeldingen", ObjectType.SIGNAL,
            "cases", ObjectType.CASE,
            "dossiers", ObjectType.CASE,
            "consultations", ObjectType.CONSULTATION,
            "overleg", ObjectType.CONSULTATION);

    private final Access access;
    private final WhoSees whoSees;
    private final Certificates certificates;

    Door(Access access, WhoSees whoSees, Certificates certificates) {
        this.access = access;
        this.whoSees = whoSees;
        this.certificates = certificates;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Matcher path = OBJECT.matcher(request.getServletPath());
        if (request.getAttribute(Actor.class.getName()) instanceof Actor actor && path.matches()) {
            ObjectType type = TYPES.getOrDefault(path.group(1), ObjectType.CASE);
            requireId(actor, type, path.group(2), request);
        }
        return true;
    }

    private void requireId(Actor actor, ObjectType type, String id, HttpServletRequest request) {
        UUID known;
        try {
            known = UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            if (!isAPage(id)) {
                throw access.denied(actor, type, Ids.next());
            }
            return;
        }
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        Pattern unseen = reads ? TELLS_OF_ERASED : ERASES;
        if (unseen.matcher(request.getServletPath()).find()) {
            whoSees.requireKnown(actor, type, known);
        } else {
            whoSees.requireShown(actor, type, known);
        }
        if (!reads) {
            requireNotErased(actor, type, known);
        }
    }

    /** Of an erased case only coordinator and DPO know that it was there. */
    private void requireNotErased(Actor actor, ObjectType type, UUID id) {
        if (type == ObjectType.CASE) {
            certificates.erased(actor, new CaseId(id));
        }
    }

    /** Pages that stand where an id would: forms for something new, drafts. */
    private static boolean isAPage(String segment) {
        return segment.matches("[a-z-]+") && !segment.matches("[0-9a-f-]{30,}");
    }
}
