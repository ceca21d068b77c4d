package be.livc.web.demo;

import be.livc.cell.Actor;
import be.livc.desk.ReferencePersons;
import be.livc.desk.StudyDays;
import be.livc.desk.SupportOffers;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the desk of the demo has for all cells: invented offers, contacts and days. */
@Component
@ConditionalOnProperty("livc.demo")
class DemoDesk {

    private final SupportOffers offers;
    private final ReferencePersons references;
    private final StudyDays days;
    private final DeskStory story;

    DemoDesk(SupportOffers offers, ReferencePersons references, StudyDays days, DeskStory story) {
        this.offers = offers;
        this.references = references;
        this.days = days;
        this.story = story;
    }

    /** Tells it as the consultant, in the desk's cell, as it went until this day. */
    void tell(Actor consultant, LocalDate today) {
        tellOffers(consultant);
        tellPeople(consultant);
        tellDays(consultant, today);
        story.tell(consultant, today);
    }

    private void tellOffers(Actor consultant) {
        offer(
                consultant,
                "DERADICALISATION",
                "Terugweg (demo)",
                "FLANDERS",
                "Gesprekken met wie afstand wil nemen van een gewelddadige beweging. Op verwijzing, ook thuis.");
        offer(
                consultant,
                "VICTIM_SUPPORT",
                "Naast u (demo)",
                "ANTWERPEN",
                "Opvang en opvolging van wie slachtoffer werd"
                        + " van geweld of bedreiging, en van wie het zag gebeuren.");
        offer(
                consultant,
                "POLARISATION",
                "Bruggenbouwers (demo)",
                "LIMBURG",
                "Begeleidt scholen en wijken wanneer groepen tegenover elkaar komen te staan.");
        offer(
                consultant,
                "HATE_SPEECH",
                "Tegenwoord (demo)",
                "FLANDERS",
                "Helpt jeugdwerkers en scholen reageren op haatspraak, online en in de klas.");
    }

    private void tellPeople(Actor consultant) {
        references.add(
                consultant,
                new ReferencePersons.About(
                        "EDUCATION", "Griet Maenhout", "Pedagogische begeleiding (demo)", "onderwijs@demo.example"));
        references.add(
                consultant,
                new ReferencePersons.About("SPORT", "Idris Vandeputte", "Sportfederatie (demo)", "sport@demo.example"));
    }

    private void tellDays(Actor consultant, LocalDate today) {
        days.announce(
                consultant,
                new StudyDays.About("STUDY_DAY", "Van signaal naar plan", today.plusDays(40), "Brussel", 60));
        days.announce(
                consultant,
                new StudyDays.About("INFO_SESSION", "Starten met een LIVC R", today.plusDays(12), "Online", 200));
    }

    private void offer(Actor consultant, String kind, String name, String region, String text) {
        offers.add(
                consultant,
                new SupportOffers.About(kind, name, "Fictieve organisatie", region, text, "contact@demo.example"));
    }
}
