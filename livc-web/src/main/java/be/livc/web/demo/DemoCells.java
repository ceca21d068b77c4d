package be.livc.web.demo;

import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.FoundCell;
import be.livc.law.BasisKind;
import be.livc.law.RecordBasis;
import be.livc.web.demo.DemoCell.Organisation;
import be.livc.web.demo.DemoCell.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who and what the demo consists of. The cells are fictional; the NIS codes of their municipalities only have to exist.
 */
final class DemoCells {

    /** What the cells of the demo are known by, also when the program starts again. */
    static final String FOUNDING = "Fictief oprichtingsbesluit (demo)";

    static final String DESK = "VVSG";
    static final String TOWN = "Voorbeeldstad";
    static final String VILLAGE = "Voorbeeldgemeente";

    private static final String FLEMISH = "FLEMISH";
    private static final String FEDERAL = "FEDERAL";
    private static final String MAIN_PURPOSE = "PREVENT_TERRORISM";

    private DemoCells() {}

    /** All cells, in the order in which they are founded. */
    static List<DemoCell> on(LocalDate today) {
        return List.of(desk(), town(today), village(today), bruges(today), ghent(today));
    }

    private static DemoCell desk() {
        return new DemoCell(
                founded(CellKind.DESK, DESK),
                List.of(
                        new Organisation("VVSG", FLEMISH, "VVSG"),
                        new Organisation("FLEMISH_LIAISON", FLEMISH, "Vlaams platform (demo)")),
                List.of(
                        signsIn("vvsg", "vvsg", "Marijke Thys", Capacity.DESK, "VVSG"),
                        liaison("vlaanderen", "Greet Vandamme")),
                List.of(),
                "");
    }

    private static DemoCell town(LocalDate today) {
        return livcR(
                TOWN,
                "13040",
                "Stadsbestuur",
                today,
                List.of(
                        signsIn("coordinator", "coordinator", "Lotte Peeters", Capacity.COORDINATOR, "MUNICIPALITY"),
                        signsIn("burgemeester", "burgemeester", "Hilde Wauters", Capacity.MAYOR, "MUNICIPALITY"),
                        signsIn("io", "io", "Tom Verlinden", Capacity.INFORMATION_OFFICER, "POLICE"),
                        signsIn("ocmw", "ocmw", "Nadia El Amrani", Capacity.MEMBER, "OCMW"),
                        signsIn("clb", "clb", "Sofie Claes", Capacity.MEMBER, "CLB"),
                        signsIn("justitiehuis", "justitiehuis", "Emeka Desmedt", Capacity.MEMBER, "JUSTITIEHUIS"),
                        liaison("verbindingsofficier", "Hilde Verstraete"),
                        signsIn("dpo", "dpo", "Pieter-Jan Okoro", Capacity.DPO, "MUNICIPALITY"),
                        signsIn("beheer", "beheer", "Agnieszka Nowak", Capacity.ADMINISTRATOR, "MUNICIPALITY"),
                        isRecordedFor("caw", "Jeroen Maes", "CAW"),
                        isRecordedFor("school", "Fatma Yildiz", "SCHOOL"),
                        isRecordedFor("vdab", "Els Goossens", "VDAB")));
    }

    private static DemoCell village(LocalDate today) {
        return livcR(
                VILLAGE,
                "13049",
                "Gemeentebestuur",
                today,
                List.of(
                        signsIn("coordinator", "coordinator2", "Wim Lambrechts", Capacity.COORDINATOR, "MUNICIPALITY"),
                        signsIn("burgemeester", "burgemeester2", "Samira Bouzid", Capacity.MAYOR, "MUNICIPALITY"),
                        signsIn("io", "io2", "Kristof Jacobs", Capacity.INFORMATION_OFFICER, "POLICE"),
                        signsIn("ocmw", "ocmw2", "Marleen Dewulf", Capacity.MEMBER, "OCMW"),
                        signsIn("clb", "clb2", "Yasmine Ouali", Capacity.MEMBER, "CLB"),
                        signsIn("justitiehuis", "justitiehuis2", "Dirk Ceulemans", Capacity.MEMBER, "JUSTITIEHUIS"),
                        liaison("verbindingsofficier2", "Tom Haesevoets"),
                        signsIn("dpo", "dpo2", "Annelies Smets", Capacity.DPO, "MUNICIPALITY"),
                        signsIn("beheer", "beheer2", "Ruben Diallo", Capacity.ADMINISTRATOR, "MUNICIPALITY"),
                        isRecordedFor("caw", "Liesbeth Aerts", "CAW"),
                        isRecordedFor("school", "Mieke Torfs", "SCHOOL"),
                        isRecordedFor("vdab", "Andrei Popescu", "VDAB")));
    }

    private static DemoCell livcR(String name, String nis, String administration, LocalDate today, List<Person> who) {
        List<Organisation> organisations = List.of(
                new Organisation("MUNICIPALITY", FLEMISH, administration + " " + name),
                new Organisation("POLICE", FEDERAL, "Lokale politie " + name),
                new Organisation("OCMW", FLEMISH, "OCMW " + name),
                new Organisation("CLB", FLEMISH, "CLB " + name),
                new Organisation("SCHOOL", FLEMISH, "Secundaire school De Voorbeeldlaan"),
                new Organisation("CAW", FLEMISH, "CAW " + name),
                new Organisation("JUSTITIEHUIS", FLEMISH, "Justitiehuis " + name),
                new Organisation("FLEMISH_LIAISON", FLEMISH, "Vlaamse verbindingsofficier bij OCAD (demo)"),
                new Organisation("VDAB", FLEMISH, "VDAB " + name));
        List<String> participants =
                organisations.stream().map(Organisation::category).toList();
        return new DemoCell(
                new FoundCell(CellKind.LIVC_R, name, List.of(nis), MAIN_PURPOSE, Optional.of(FOUNDING)),
                organisations,
                who,
                List.of(law(participants, today), decree(participants, today)),
                "coordinator");
    }

    private static RecordBasis law(List<String> participants, LocalDate today) {
        return new RecordBasis(
                BasisKind.LAW,
                "Wet van 30 juli 2018 tot oprichting van lokale integrale veiligheidscellen inzake radicalisme,"
                        + " extremisme en terrorisme (demo-register W-001)",
                List.of(MAIN_PURPOSE, "PROTECT_INTEGRITY"),
                Optional.empty(),
                "De burgemeester stelt de casuslijst op en nodigt per punt uit. Wie deelneemt, is door het geheim gebonden"
                        + " (art. 458ter §2 Sw.).",
                participants,
                today.minusYears(4),
                Optional.empty());
    }

    private static RecordBasis decree(List<String> participants, LocalDate today) {
        return new RecordBasis(
                BasisKind.DECREE,
                "Decreet van 21 mei 2021 over de deelname van Vlaamse diensten aan de LIVC R (demo-register D-002)",
                List.of(MAIN_PURPOSE, "PROTECT_INTEGRITY"),
                Optional.empty(),
                "Deelname is vrijwillig. Er is spreekrecht, geen spreekplicht.",
                participants,
                today.minusYears(3),
                Optional.empty());
    }

    private static DemoCell bruges(LocalDate today) {
        return pivc(
                "Brugge",
                today,
                List.of(
                        signsIn(
                                "coordinator",
                                "pivc.coordinator",
                                "Katrien Vermeersch",
                                Capacity.COORDINATOR,
                                "PRISON"),
                        signsIn("directie", "pivc.directie", "Filip Rosseel", Capacity.PRISON_DIRECTION, "PRISON"),
                        signsIn("psd", "pivc.psd", "Leila Benali", Capacity.PSYCHOSOCIAL_SERVICE, "PSD"),
                        signsIn("parket", "pivc.parket", "Joris Segers", Capacity.PROSECUTOR, "PARKET"),
                        signsIn("politie", "pivc.politie", "Davy Clarysse", Capacity.POLICE, "POLICE"),
                        signsIn("dpo", "pivc.dpo", "Inge Baert", Capacity.DPO, "PRISON"),
                        isRecordedFor("justitiehuis", "Aminata Touré", "JUSTITIEHUIS"),
                        isRecordedFor("vdab", "Steven Pauwels", "VDAB")));
    }

    private static DemoCell ghent(LocalDate today) {
        return pivc(
                "Gent",
                today,
                List.of(
                        signsIn("coordinator", "pivc.coordinator2", "Bart Mestdagh", Capacity.COORDINATOR, "PRISON"),
                        signsIn("directie", "pivc.directie2", "Ingrid Van Hecke", Capacity.PRISON_DIRECTION, "PRISON"),
                        signsIn("psd", "pivc.psd2", "Jonathan Mulenga", Capacity.PSYCHOSOCIAL_SERVICE, "PSD"),
                        signsIn("parket", "pivc.parket2", "Charlotte Gevaert", Capacity.PROSECUTOR, "PARKET"),
                        signsIn("politie", "pivc.politie2", "Selma Kaya", Capacity.POLICE, "POLICE"),
                        signsIn("dpo", "pivc.dpo2", "Frederik Lammens", Capacity.DPO, "PRISON"),
                        isRecordedFor("justitiehuis", "Veerle Bracke", "JUSTITIEHUIS"),
                        isRecordedFor("vdab", "Mohamed Ziani", "VDAB")));
    }

    private static DemoCell pivc(String city, LocalDate today, List<Person> people) {
        return new DemoCell(
                founded(CellKind.PIVC, city + " (demo)"),
                List.of(
                        new Organisation("PRISON", FEDERAL, "Gevangenis " + city + " (demo)"),
                        new Organisation("PSD", FEDERAL, "Psychosociale dienst gevangenis " + city + " (demo)"),
                        new Organisation("PARKET", FEDERAL, "Parket (demo)"),
                        new Organisation("POLICE", FEDERAL, "Lokale politie " + city + " (demo)"),
                        new Organisation("JUSTITIEHUIS", FLEMISH, "Justitiehuis " + city + " (demo)"),
                        new Organisation("VDAB", FLEMISH, "VDAB " + city + " (demo)")),
                people,
                List.of(permission(city, today)),
                "parket");
    }

    /** Names neither VDAB nor any other service outside the prison, so that the gate has something to refuse. */
    private static RecordBasis permission(String city, LocalDate today) {
        return new RecordBasis(
                BasisKind.PROSECUTOR_PERMISSION,
                "Gemotiveerde toestemming van de procureur des Konings, kenmerk DEMO-PIVC-" + city + " (fictief)",
                List.of(MAIN_PURPOSE, "PROTECT_INTEGRITY", "REINTEGRATION"),
                Optional.of("Terugkeer voorbereiden van wie in de gevangenis verblijft, met oog voor veiligheid."),
                "Alleen de genoemde diensten nemen deel. Wie niet genoemd is, wordt niet uitgenodigd.",
                List.of("PRISON", "PSD", "PARKET", "POLICE", "JUSTITIEHUIS"),
                today.minusMonths(4),
                Optional.of(today.plusMonths(8)));
    }

    private static FoundCell founded(CellKind kind, String name) {
        return new FoundCell(kind, name, List.of(), MAIN_PURPOSE, Optional.of(FOUNDING));
    }

    private static Person liaison(String username, String name) {
        return signsIn("verbinding", username, name, Capacity.LIAISON_OFFICER, "FLEMISH_LIAISON");
    }

    private static Person signsIn(String key, String username, String name, Capacity capacity, String category) {
        return new Person(key, name, capacity, category, Optional.of(username));
    }

    private static Person isRecordedFor(String key, String name, String category) {
        return new Person(key, name, Capacity.MEMBER, category, Optional.empty());
    }
}
