package be.livc.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What went before a scenario begins, over REST: cases on the list and consultations on them. */
final class Prepared {

    private final Stage stage;
    private final Map<String, Calls> calls = new HashMap<>();
    private final Map<String, String> mandates = new HashMap<>();

    Prepared(Stage stage) {
        this.stage = stage;
    }

    /** A case on the list. */
    record Listed(String id, String number) {}

    /** The calls of somebody in Voorbeeldstad. */
    Calls as(String username) {
        return calls.computeIfAbsent(username, name -> Calls.of(stage, name));
    }

    /** Their mandate. */
    String mandate(String username) {
        return mandates.computeIfAbsent(username, name -> as(name).mandate());
    }

    /** A partner of this category. */
    String partner(String category) {
        for (JsonElement one : as("beheer").list("/partners?limit=200")) {
            if (one.getAsJsonObject().get("category").getAsString().equals(category)) {
                return id(one.getAsJsonObject());
            }
        }
        throw new AssertionError("no partner is a " + category);
    }

    /** Somebody of this name, signalled by the CLB, weighed and put on the list. */
    Listed aCase(String familyName) {
        String signal = id(as("clb")
                .post(
                        "/signals",
                        Map.of(
                                "subject",
                                Map.of("familyName", familyName, "givenNames", "Wout", "birthDate", "2009-05-06"),
                                "reporter",
                                Map.of("kind", "PARTNER"),
                                "facts",
                                List.of(Map.of(
                                        "date",
                                        Story.day(-3),
                                        "kind",
                                        "FACT",
                                        "source",
                                        "klas",
                                        "text",
                                        "Zei het zelf")),
                                "urgency",
                                "NORMAL",
                                "subjectInformed",
                                Map.of("informed", true))));
        for (String assessor : List.of("coordinator", "io")) {
            as(assessor)
                    .post(
                            "/signals/" + signal + "/assessments",
                            Map.of(
                                    "criteria",
                                    Map.of("INTENT", "YES"),
                                    "outcome",
                                    "RETAINED",
                                    "reason",
                                    "De uitspraak was concreet"));
        }
        JsonObject listed = as("burgemeester")
                .post(
                        "/signals/" + signal + "/listing",
                        Map.of("decision", "LIST", "purpose", "Op tijd helpen", "necessity", "Niemand weet genoeg"));
        return new Listed(
                listed.get("caseId").getAsString(), listed.get("number").getAsString());
    }

    /** A law of this name, valid for a month already, for these kinds of partners. */
    String aBasis(String reference, String... participants) {
        return id(as("coordinator")
                .post(
                        "/legal-bases",
                        Map.of(
                                "kind",
                                "LAW",
                                "reference",
                                reference,
                                "purpose",
                                "PREVENT_TERRORISM",
                                "terms",
                                "Zoals de wet het zegt",
                                "participants",
                                List.of(participants),
                                "validFrom",
                                Story.day(-30))));
    }

    /** The bases of the cell that are valid today. */
    List<String> bases() {
        List<String> bases = new ArrayList<>();
        as("coordinator").list("/legal-bases?limit=200").forEach(basis -> {
            if (basis.getAsJsonObject().get("validNow").getAsBoolean()) {
                bases.add(id(basis.getAsJsonObject()));
            }
        });
        return bases;
    }

    /** A consultation today on this case, to which these people are invited; the conflict check is still to be done. */
    String aConsultation(Listed about, boolean urgent, List<String> bases, String... invited) {
        String id = id(as("coordinator")
                .post(
                        "/consultations",
                        Map.of(
                                "date",
                                Story.day(0),
                                "place",
                                "Stadhuis",
                                "legalBases",
                                bases,
                                "chair",
                                mandate("burgemeester"),
                                "urgent",
                                urgent)));
        List<String> invitees = new ArrayList<>();
        for (String who : invited) {
            invitees.add(mandate(who));
        }
        as("coordinator")
                .post(
                        "/consultations/" + id + "/items",
                        Map.of(
                                "caseId",
                                about.id(),
                                "purposeCode",
                                "PREVENT_TERRORISM",
                                "purpose",
                                "bespreking",
                                "invitees",
                                invitees));
        return id;
    }

    /** The check is clear, these people come and sign, and the mayor opens. */
    void opens(String consultation, String... present) {
        String item = "/consultations/" + consultation + "/items/1";
        as("io").post(item + "/conflict-check", Map.of("outcome", "CLEAR"));
        arrive(consultation, present);
        as("burgemeester").post("/consultations/" + consultation + "/open", Map.of());
    }

    /** These people come to the item and sign on paper. */
    void arrive(String consultation, String... people) {
        for (String who : people) {
            as("coordinator")
                    .put(
                            "/consultations/" + consultation + "/items/1/attendance/" + mandate(who),
                            Map.of("arrived", true, "statementSigned", true));
        }
    }

    /** This person leaves the item. */
    void leaves(String consultation, String who) {
        as("coordinator")
                .put(
                        "/consultations/" + consultation + "/items/1/attendance/" + mandate(who),
                        Map.of("arrived", true, "left", true));
    }

    /** A consultation on this case that is being held with these people. */
    String aMeeting(Listed about, String... people) {
        String id = aConsultation(about, false, bases(), people);
        opens(id, people);
        return id;
    }

    /** Somebody tells everyone present something. */
    void tells(String who, String consultation, String text, boolean secret) {
        as(who).post(
                        "/consultations/" + consultation + "/items/1/disclosures",
                        Map.of("by", mandate(who), "text", text, "secret", secret));
    }

    private static String id(JsonObject made) {
        return made.get("id").getAsString();
    }
}
