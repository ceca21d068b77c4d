package be.livc.workflow.livcr;

import be.livc.casefile.Subject;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Questions to a helpdesk as coordinators might type them, made by seeded rules: half of them say nothing about anybody, half
 * hold one identifier. The names, streets and wordings are lists of their own, not those that the guard knows.
 */
final class QuestionSet {

    /** What a question holds. */
    enum Holds {
        NOTHING,
        NATIONAL_NUMBER,
        BIRTH_DATE,
        ADDRESS,
        PHONE,
        EMAIL,
        KNOWN_NAME,
        /** The name of somebody in no file. */
        STRANGER
    }

    /**
     * A question.
     *
     * @param identifier the characters by which somebody is known; empty in a clean question
     */
    record Question(Holds holds, String text, String identifier) {}

    private static final List<String> GIVEN = List.of(
            "Bram",
            "Yara",
            "Kobe",
            "Ilyas",
            "Thibo",
            "Nanou",
            "Dzenan",
            "Oumaima",
            "Fé",
            "Warre",
            "Loïc",
            "Saar",
            "Chinedu",
            "Tijl",
            "Rune",
            "Hajar",
            "Wiebe",
            "Zosia",
            "Maïté",
            "Jorik",
            "Amadou",
            "Siebe",
            "Ludivine",
            "Bjarne",
            "Nour-Eddine");

    private static final List<String> FAMILY = List.of(
            "Verhaegen",
            "Van den Broeck",
            "Claessens",
            "El Amrani",
            "De Smedt",
            "Goossens",
            "Öztürk",
            "Vandenbussche",
            "Lambrechts",
            "Okonkwo",
            "Dhondt",
            "Peeters",
            "Bouazza",
            "Wuyts",
            "Kowalczyk",
            "Van Acker",
            "Delacroix",
            "Haddad",
            "Michiels",
            "D'Hooghe",
            "Ndiaye",
            "Stevens",
            "Cuypers",
            "Baert",
            "Martínez");

    private static final List<String> STREETS = List.of(
            "Molenstraat",
            "Gentsesteenweg",
            "Lindenlaan",
            "Kapelleweg",
            "Stationsplein",
            "Koning Albertlaan",
            "Vaartdijk",
            "Oude Baan",
            "Rozendreef",
            "Hoogstraat",
            "Nieuwe Kaai",
            "Sint-Pietersplein",
            "Bosveldlaan",
            "Akkerwegel");

    private static final List<String> RUES = List.of(
            "rue de l'Église",
            "avenue des Tilleuls",
            "chaussée de Louvain",
            "place Saint-Lambert",
            "rue Haute",
            "quai du Wault");

    private static final List<String> CLEAN = List.of(
            "Ons overleg van %s opent niet. Het scherm zegt dat er geen geldige basis is. Wat moet ik nakijken?",
            "Mag een school deelnemen als ze niet in de basis van %s staat?",
            "Wie tekent de vertrouwelijkheidsverklaring als de burgemeester vervangen wordt door een schepen?",
            "Valt een jeugdwerker van een vzw onder het decreet van 21-05-2021 of onder artikel 458ter zelf?",
            "Hoe lang bewaren we een signaal dat niet weerhouden is: 3 maanden of 6 maanden?",
            "De herziening staat op %s maar twee partners kunnen dan niet. Kan ik de datum verplaatsen?",
            "Onze LIVC R bedient twee gemeenten, Lievegem en Aalter. Moeten beide burgemeesters de casuslijst tekenen?",
            "Welke functies zijn verplicht volgens artikel 3 van de wet van 30 juli 2018?",
            "Een partner wil niet deelnemen en geeft geen reden. Moet ik dat noteren in het verslag van %s?",
            "Waar vind ik het KBO-nummer van de stad? Ik heb 0207.500.123 gekregen.",
            "Bij stap 4 van de toetsing blijft het formulier leeg. Is dat een fout in versie 1.0?",
            "Het CAW meldt 12 maatregelen te laat, maar op het bord zie ik er 9. Hoe kan dat?",
            "Kan de Directeur van het OCMW een mandaat krijgen voor 1 jaar, van 1 januari 2026 tot 31 december 2026?",
            "Moet de Information Officer zelf de conflictcheck doen, of mag een collega van de Politiezone Vlas dat?",
            "De vergadering begint om 14.30 uur en duurt tot 17:00. Moet ik per punt het uur noteren?",
            "Hoeveel procent van de cellen in Oost-Vlaanderen werkt met een eigen reglement? Ik las 62%% in het rapport van 2024.",
            "Geldt het beroepsgeheim ook voor een tolk van het Agentschap Integratie en Inburgering?",
            "Wij willen het model van het huishoudelijk reglement aanpassen, punt 7 en punt 12. Mag dat?",
            "Dossier D-2026-041 staat in de verkeerde fase. Hoe zet ik dat recht?",
            "De toestemming van de procureur vervalt op %s. Wanneer krijg ik een waarschuwing?",
            "Wat is het verschil tussen een embargo en een opschorting? Het KB van 28 november 2006 zegt er niets over.",
            "Een jongere van zestien jaar wordt morgen achttien. Verandert er iets aan de agenda?",
            "Mag ik in Vlaams-Brabant een sjabloon van Leuven gebruiken?",
            "Hoe exporteer ik het logboek voor de Gegevensbeschermingsautoriteit, en blijft de keten dan kloppen?",
            "Notre concertation du %s ne s'ouvre pas : il manque la base légale. Que dois-je vérifier ?",
            "Un service de la Communauté française peut-il participer selon le décret du 8 juin 2023 ?",
            "Combien de temps gardons-nous un dossier clôturé : cinq ans ou moins ?",
            "Faut-il l'accord de tous pour la fiche de rétroaction, conformément à l'arrêt 52/2021 de la Cour constitutionnelle ?",
            "La maison de justice demande si la révision du %s peut avoir lieu à distance.",
            "De nieuwe coördinator start op %s. Hoe draag ik mijn taken over?",
            "Hoe vaak vergadert een cel gemiddeld? Bij ons om de 6 weken, in zaal 3 van het Stadhuis.",
            "Ik krijg de melding not-covered-by-basis voor VDAB. Welke bijlage moet ik bij de basis voegen?",
            "Kan Fedasil worden uitgenodigd, en onder welke partnercategorie dan?",
            "Wij kregen subsidie van 25.000 euro voor 2026. Moet de LIVC R daarover rapporteren aan de Vlaamse Regering?");

    private static final List<String> AROUND = List.of(
            "%s Mag dat mee in het dossier?",
            "Een vraag over een casus. %s Wat raadt u aan?",
            "%s Moet ik hiervoor eerst een basis hebben?",
            "Dringend: %s Kan iemand mij terugbellen?",
            "Bij ons overleg kwam dit op. %s Hoort dat in het verslag?",
            "%s Que dois-je faire ?");

    private final Random random;
    private final List<Subject> subjects = new ArrayList<>();

    QuestionSet(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            subjects.add(new Subject(
                    FAMILY.get(i % FAMILY.size()),
                    GIVEN.get((i * 7 + i / FAMILY.size()) % GIVEN.size()),
                    Optional.of(
                            LocalDate.of(1975 + random.nextInt(36), 1 + random.nextInt(12), 1 + random.nextInt(28))),
                    List.of()));
        }
    }

    /** The people that the cell follows in this test. */
    List<Subject> subjects() {
        return List.copyOf(subjects);
    }

    List<Question> questions(int half) {
        List<Question> all = new ArrayList<>();
        for (int i = 0; i < half; i++) {
            all.add(clean());
            all.add(
                    switch (i % 5) {
                        case 0 -> nationalNumber();
                        case 1 -> birthDate();
                        case 2 -> address();
                        case 3 -> phone();
                        default -> knownName();
                    });
        }
        return all;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String digits(int how) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < how; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private Question clean() {
        String template = any(CLEAN);
        String day = any(List.of("d/M/uuuu", "dd-MM-uuuu", "d.M.uuuu", "uuuu-MM-dd"));
        LocalDate recent = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(800));
        String text = template.contains("%s")
                ? String.format(template, DateTimeFormatter.ofPattern(day).format(recent))
                : String.format(template);
        return new Question(Holds.NOTHING, asTyped(text), "");
    }

    /** People type in a hurry: without capitals, without the last point, with a greeting. */
    private String asTyped(String text) {
        return switch (random.nextInt(5)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> "Dag helpdesk, " + text;
            case 2 -> text.replaceFirst("[.?!]$", "");
            default -> text;
        };
    }

    private Question holding(Holds holds, String sentence, String identifier) {
        String text = asTyped(String.format(any(AROUND), sentence));
        return new Question(holds, text, text.contains(identifier) ? identifier : identifier.toLowerCase(Locale.ROOT));
    }

    private Question nationalNumber() {
        int year = 1950 + random.nextInt(65);
        String body = String.format(
                "%02d%02d%02d%03d",
                year % 100, 1 + random.nextInt(12), 1 + random.nextInt(28), 1 + random.nextInt(997));
        long number = Long.parseLong(body) + (year >= 2000 ? 2_000_000_000L : 0);
        String check = String.format("%02d", 97 - number % 97);
        String d = body + check;
        String written = any(List.of(
                d,
                d.substring(0, 2) + "." + d.substring(2, 4) + "." + d.substring(4, 6) + "-" + d.substring(6, 9) + "."
                        + check,
                d.substring(0, 6) + "-" + d.substring(6, 9) + "-" + check,
                d.substring(0, 6) + " " + d.substring(6, 9) + " " + check,
                d.substring(0, 2) + " " + d.substring(2, 4) + " " + d.substring(4, 6) + " " + d.substring(6, 9) + " "
                        + check));
        return holding(
                Holds.NATIONAL_NUMBER,
                any(List.of("Het rijksregisternummer is %s.", "RRN %s hoort bij de betrokkene.", "Numéro national %s."))
                        .formatted(written),
                written);
    }

    private Question birthDate() {
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(22_000));
        String written = DateTimeFormatter.ofPattern(
                        any(List.of("d/M/uuuu", "dd-MM-uuuu", "d.M.uuuu", "d MMMM uuuu", "dd/MM/uuuu", "uuuu-MM-dd")),
                        Locale.forLanguageTag("nl-BE"))
                .format(born);
        return holding(
                Holds.BIRTH_DATE,
                any(List.of(
                                "De betrokkene is geboren op %s.",
                                "Het gaat om iemand met geboortedatum %s.",
                                "Hij (°%s) volgt les in onze stad.",
                                "La personne est née le %s.",
                                "Het gaat om de jongere van %s."))
                        .formatted(written),
                written);
    }

    private Question address() {
        int number = 1 + random.nextInt(300);
        String written = any(List.of(
                any(STREETS) + " " + number,
                any(STREETS) + " " + number + any(List.of("A", " bus 3", " b", "/2")),
                any(STREETS) + " " + number + ", 9000 Gent",
                any(RUES) + " " + number,
                number + ", " + any(RUES)));
        return holding(
                Holds.ADDRESS,
                any(List.of("Hij woont in de %s.", "Het gezin verhuisde naar %s.", "Il habite %s.", "Het adres is %s."))
                        .formatted(written),
                written);
    }

    private Question phone() {
        String a = digits(2);
        String b = digits(2);
        String c = digits(2);
        String operator = "4" + (60 + random.nextInt(40));
        String written = any(List.of(
                "0" + operator + " " + a + " " + b + " " + c,
                "0" + operator + "/" + a + "." + b + "." + c,
                "0" + operator + a + b + c,
                "+32 " + operator + " " + a + " " + b + " " + c,
                "0032" + operator + a + b + c,
                "09 " + digits(3) + " " + a + " " + b,
                "02/" + digits(3) + "." + a + "." + b,
                "050 " + a + " " + b + " " + c,
                "+32 (0)3 " + digits(3) + " " + a + " " + b));
        return holding(
                Holds.PHONE,
                any(List.of("De moeder is bereikbaar op %s.", "Bel %s.", "Zijn gsm is %s.", "Son numéro est le %s."))
                        .formatted(written),
                written);
    }

    private Question knownName() {
        Subject who = any(subjects);
        String given = who.givenNames();
        String family = who.familyName();
        String written =
                switch (random.nextInt(7)) {
                    case 0 -> family + " " + given;
                    case 1 -> (given + " " + family).toLowerCase(Locale.ROOT);
                    case 2 -> given.charAt(0) + ". " + family;
                    case 3 -> family;
                    case 4 ->
                        Normalizer.normalize(given + " " + family, Normalizer.Form.NFKD)
                                .replaceAll("\\p{M}+", "");
                    case 5 -> given + " " + misspelt(family);
                    default -> given + " " + family;
                };
        String text = any(List.of(
                        "We volgen %s op sinds de zomer.",
                        "Het dossier van %s is klaar.",
                        "%s komt niet meer naar de les.",
                        "Kan ik %s uitnodigen?",
                        "Le dossier de %s est clôturé."))
                .formatted(written);
        return new Question(Holds.KNOWN_NAME, String.format(any(AROUND), text), written);
    }

    /** One letter doubled. */
    private String misspelt(String name) {
        int at = name.length() / 2 + 1;
        return name.substring(0, at) + name.charAt(at) + name.substring(at);
    }
}
