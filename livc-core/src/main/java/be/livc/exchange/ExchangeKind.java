package be.livc.exchange;

import static be.livc.exchange.Field.code;
import static be.livc.exchange.Field.day;
import static be.livc.exchange.Field.maybeDay;
import static be.livc.exchange.Field.maybeText;
import static be.livc.exchange.Field.text;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The forms that are exchanged, with their fields in the order of the form (domain.md §6d and §7). */
public enum ExchangeKind {
    /** How the guidance of somebody who was convicted goes, from the justitiehuis to OCAD. */
    GUIDANCE_REPORT(
            Body.OCAD,
            EnumSet.of(Capacity.COORDINATOR, Capacity.MEMBER),
            day("periodFrom"),
            day("periodTo"),
            code("framework", "guidance-frameworks"),
            code("compliance", "guidance-compliance"),
            text("progress"),
            maybeText("concerns"),
            maybeText("nextSteps")),
    /** Asks OCAD to evaluate the threat that somebody poses. */
    EVALUATION_REQUEST(
            Body.OCAD,
            EnumSet.of(Capacity.COORDINATOR, Capacity.INFORMATION_OFFICER, Capacity.POLICE),
            code("urgency", "urgencies"),
            maybeDay("answerBy"),
            text("question"),
            text("reason")),
    /** What OCAD answered: a level, its date and the day on which it is looked at again. Comes in, and goes to nobody. */
    EVALUATION_ANSWER(
            Body.OCAD,
            EnumSet.of(Capacity.COORDINATOR, Capacity.INFORMATION_OFFICER, Capacity.POLICE, Capacity.LIAISON_OFFICER),
            code("level", "threat-levels"),
            day("evaluatedOn"),
            day("reviewOn"),
            text("source"),
            maybeText("explanation")),
    /** What is passed on for the common database. */
    GGB_FEED(
            Body.GGB,
            EnumSet.of(Capacity.COORDINATOR, Capacity.INFORMATION_OFFICER, Capacity.POLICE),
            code("category", "ggb-categories"),
            code("feed", "ggb-feeds"),
            day("observedOn"),
            text("information"),
            maybeText("measures"));

    private final Body body;
    private final Set<Capacity> authors;
    private final List<Field> fields;

    ExchangeKind(Body body, Set<Capacity> authors, Field... fields) {
        this.body = body;
        this.authors = authors;
        this.fields = List.of(fields);
    }

    /** With whom or for what. */
    public Body body() {
        return body;
    }

    /** Its fields, in the order of the form. */
    public List<Field> fields() {
        return fields;
    }

    /** Whether it comes in; everything else goes out. */
    public boolean comesIn() {
        return this == EVALUATION_ANSWER;
    }

    /** Whether somebody in this capacity may record it at all. */
    public boolean isFor(Actor actor) {
        return authors.contains(actor.capacity());
    }

    /** Whether this person stands for the other side: OCAD, the liaison officer, or for the GGB also the police. */
    public boolean goesWith(Mandate other) {
        String category = other.partner().category();
        return other.capacity() == Capacity.LIAISON_OFFICER
                || category.equals("OCAD")
                || (body == Body.GGB && category.equals("POLICE"));
    }
}
