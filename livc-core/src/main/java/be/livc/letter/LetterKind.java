package be.livc.letter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The letters and forms of a cell, each with the fields that it knows and what a preview puts in them: fictional people in a
 * fictional town.
 */
public enum LetterKind {
    /** Signaalfiche. */
    SIGNAL_SHEET("signaal", "melder", "persoon", "feiten", "urgentie"),
    /** Toetsingsfiche. */
    ASSESSMENT_SHEET("signaal", "beoordelaars", "criteria", "besluit", "motivering"),
    /** Uitnodiging en agenda. */
    INVITATION("genodigde", "overleg", "dag", "uur", "plaats", "voorzitter", "grondslag", "punten"),
    /** Vertrouwelijkheidsverklaring. */
    CONFIDENTIALITY_STATEMENT("overleg", "dag", "plaats", "deelnemer", "grondslag"),
    /** Begeleidend schrijven bij het verslag. */
    MINUTES("overleg", "dag", "deelnemer", "punten"),
    /** Plan van aanpak. */
    ACTION_PLAN("dossier", "doelen", "maatregelen", "herziening"),
    /** Risicotaxatie. */
    RISK_ASSESSMENT("dossier", "instrument", "beoordelaar", "dag", "uitkomst"),
    /** Begeleidend schrijven bij de terugkoppelingsfiche. */
    FEEDBACK_SHEET("fiche", "ontvanger", "overleg", "dag", "tekst"),
    /** Toestemming van de procureur. */
    PROSECUTOR_PERMISSION("procureur", "doel", "motivering", "deelnemers", "modaliteiten", "van", "tot"),
    /** Overdrachtsfiche. */
    TRANSFER_SHEET("dossier", "van_cel", "naar_cel", "reden", "stukken", "grondslag"),
    /** Afsluitfiche. */
    CLOSING_SHEET("dossier", "gesloten_op", "grond", "nazorg", "bewaard_tot"),
    /** Antwoord op een AVG-verzoek. */
    GDPR_ANSWER("verzoek", "soort", "ontvangen_op", "verstrekt", "beperkt", "dpo"),
    /** Wiscertificaat. */
    ERASURE_CERTIFICATE("dossier", "gewist_op", "regel", "back_ups_vanaf", "vermelding"),
    /** Huishoudelijk reglement. */
    HOUSE_RULES("burgemeester"),
    /** Deontologische code. */
    CODE_OF_CONDUCT("deelnemer");

    private static final Map<String, String> FICTION = Map.ofEntries(
            Map.entry("cel", "LIVC R Voorbeeldstad"),
            Map.entry("datum", "26 november 2026"),
            Map.entry("signaal", "S-2026-012"),
            Map.entry("dossier", "D-2026-041"),
            Map.entry("overleg", "O-2026-008"),
            Map.entry("fiche", "TF-2026-003"),
            Map.entry("verzoek", "V-2026-002"),
            Map.entry("melder", "An Peeters, CLB Voorbeeldstad"),
            Map.entry("persoon", "Voorbeeld, Jan (fictief)"),
            Map.entry("feiten", "12 november 2026: sprak in de klas over wraak (feit)"),
            Map.entry("urgentie", "gewoon"),
            Map.entry("beoordelaars", "de coördinator\nde information officer"),
            Map.entry("criteria", "Uitspraken met intentie: ja\nContacten: onbekend"),
            Map.entry("besluit", "weerhouden"),
            Map.entry("motivering", "De uitspraak was concreet."),
            Map.entry("genodigde", "Els Janssen, OCMW Voorbeeldstad"),
            Map.entry("deelnemer", "Els Janssen, OCMW Voorbeeldstad"),
            Map.entry("ontvanger", "Lokale politie Voorbeeldstad"),
            Map.entry("dag", "26 november 2026"),
            Map.entry("uur", "14:00"),
            Map.entry("plaats", "Stadhuis, zaal 2"),
            Map.entry("voorzitter", "de burgemeester"),
            Map.entry("burgemeester", "de burgemeester van Voorbeeldstad"),
            Map.entry("procureur", "de procureur des Konings"),
            Map.entry("grondslag", "Wet van 30 juli 2018, art. 2"),
            Map.entry("punten", "1. eerste bespreking\n2. opvolging"),
            Map.entry("doelen", "School: opnieuw elke dag naar de les"),
            Map.entry("maatregelen", "CAW: wekelijks gesprek, tegen 15 december 2026"),
            Map.entry("herziening", "15 januari 2027"),
            Map.entry("instrument", "VERA-2R, versie 2"),
            Map.entry("beoordelaar", "een opgeleide beoordelaar"),
            Map.entry("uitkomst", "matig"),
            Map.entry("tekst", "Het overleg volgt de situatie verder op."),
            Map.entry("doel", "het voorkomen van terroristische misdrijven"),
            Map.entry("deelnemers", "CLB, OCMW, lokale politie"),
            Map.entry("modaliteiten", "maandelijks, in de gevangenis"),
            Map.entry("van", "1 januari 2026"),
            Map.entry("tot", "31 december 2026"),
            Map.entry("van_cel", "LIVC R Voorbeeldstad"),
            Map.entry("naar_cel", "LIVC R Voorbeeldgemeente"),
            Map.entry("reden", "verhuisd"),
            Map.entry("stukken", "het plan van aanpak\nde laatste beslissing"),
            Map.entry("gesloten_op", "20 november 2026"),
            Map.entry("grond", "doelen bereikt"),
            Map.entry("nazorg", "Het CAW blijft aanspreekpunt."),
            Map.entry("bewaard_tot", "20 november 2031"),
            Map.entry("soort", "inzage"),
            Map.entry("ontvangen_op", "2 november 2026"),
            Map.entry("verstrekt", "4 stukken"),
            Map.entry("beperkt", "1 stuk, op grond van de rechten van anderen"),
            Map.entry("dpo", "de functionaris voor gegevensbescherming"),
            Map.entry("gewist_op", "26 november 2026, 09:12"),
            Map.entry("regel", "Bewaartermijn gesloten dossier"),
            Map.entry("back_ups_vanaf", "31 december 2026"),
            Map.entry("vermelding", "1042"));

    private final Set<String> fields;

    LetterKind(String... own) {
        Set<String> all = new LinkedHashSet<>(List.of("cel", "datum"));
        all.addAll(List.of(own));
        fields = Collections.unmodifiableSet(all);
    }

    /** The fields that a template of this kind may have; {@code cel} and {@code datum} are in every one. */
    public Set<String> fields() {
        return fields;
    }

    /** What a preview puts in the fields. */
    Map<String, String> fiction() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field, FICTION.getOrDefault(field, field)));
        return values;
    }

    /** The file of the delivered text. */
    String file() {
        return "/letters/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
}
