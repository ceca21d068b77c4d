package be.livc.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.desk.Finding.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the guard recognises by its form, and what it leaves alone. */
class GuardTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "NATIONAL_NUMBER | Zijn nummer is 85.07.30-033.28, mag dat mee?",
                "NATIONAL_NUMBER | Zijn nummer is 85073003328.",
                "NATIONAL_NUMBER | rijksregister 17 07 30 033 84",
                "BIRTH_DATE | De jongere is geboren op 3/4/2009.",
                "BIRTH_DATE | een cliënt (°12-11-1987) wil inzage",
                "BIRTH_DATE | het gaat om iemand van 12 maart 2004",
                "BIRTH_DATE | un jeune né le 5 août 2008",
                "ADDRESS | Hij woont in de Kerkstraat 12 bus 3.",
                "ADDRESS | woont op steenweg 4, 9000 Gent",
                "ADDRESS | elle habite rue de la Station 14 à Mons",
                "ADDRESS | au 14, rue de la Station",
                "PHONE | Bel mij op 0470 12 34 56 terug",
                "PHONE | bereikbaar via +32 470 12 34 56",
                "PHONE | of 09/123.45.67",
                "PHONE | tel 050 12 34 56",
                "EMAIL | mail naar an.peeters@stad.example",
                "NATIONAL_NUMBER | volgens de eID 85.07.30–033.28",
                "NATIONAL_NUMBER | nummer 85 07 30 - 033 - 28",
                "BIRTH_DATE | geb 04031998, vraagt advies",
                "BIRTH_DATE | geboren te Gent op 4 maart '98",
                "BIRTH_DATE | hij verjaart op 4 maart",
                "BIRTH_DATE | iemand van twaalf maart 2004",
                "ADDRESS | ingeschreven op Meir 24 bus 2",
                "ADDRESS | verblijft Ter Pinte 5",
                "ADDRESS | Grand-Place 12, 7000 Mons",
                "PHONE | +32 (0)470/12.34.56",
                "PHONE | bel nul vier zeven nul twaalf vierendertig zesenvijftig",
                "PHONE | sms van +31 6 12345678",
                "EMAIL | mail naar an.peeters at stad punt be",
                "NAME | de vader van Tesfaye Gebremedhin belde",
                "NAME | Okonkwo weigert te komen",
                "NAME | het dossier van mevrouw verstraeten",
                "NAME | zijn zus S. tekende",
                "NAME | VERSTRAETEN Jelle kwam niet",
                "NAME | het profiel @donker_99 deelt filmpjes",
                "NAME | Mag ik het dossier van Bram Verhaegen delen?",
                "NAME | mevrouw Van den Bossche wil niet tekenen",
                "NAME | de moeder van Yassine belde",
                "NAME | de leerling Okonkwo is afwezig",
                "NAME | Het gaat om Y.A. (16)."
            })
    void it_recognises_what_makes_a_person_known(Kind kind, String text) {
        assertThat(Guard.recognised(text)).extracting(Finding::kind).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ons overleg van 12/11/2026 opent niet: de basis is sinds 1 januari 2025 vervallen.",
                "Valt dit onder de wet van 30 juli 2018 of onder het decreet van 21-05-2021?",
                "Geldt artikel 458ter nog na het arrest 52/2021 van het Grondwettelijk Hof?",
                "Onze cel heeft KBO 0207.500.123; klopt de koppeling?",
                "Mag de LIVC R van Sint-Niklaas samen met die van Lokeren vergaderen?",
                "Moet de Burgemeester zelf voorzitten, of mag de Korpschef dat?",
                "Hoe lang is de bewaartermijn: 5 jaar of 60 maanden?",
                "We zijn met 12 partners en hebben 3 agendapunten; stap 4 lukt niet.",
                "De Vlaamse Gemeenschap en het Agentschap Justitie en Handhaving vragen cijfers over 2025.",
                "Notre concertation du 12 novembre 2026 ne s'ouvre pas, que faire ?",
                "Wat doe ik op dag 30 van de termijn van 60 dagen?",
                "Ben ik verplicht om dat te noteren? Toon een voorbeeld.",
                "Meneer de Burgemeester vraagt het K.B. van 28 november 2006.",
                "De gemeenteraad keurde de cel op 3 maart 2015 goed.",
                "Op 04-05-2026 10 partners, op 01/02/2026 9.",
                "De Raad van State gaf advies 74.664/16 in mei."
            })
    void it_lets_a_question_about_the_work_pass(String text) {
        assertThat(Guard.recognised(text)).isEmpty();
    }

    @Test
    void what_overlaps_is_marked_once() {
        String text = "Hij is geboren op 30.07.1985, nummer 85.07.30-033.28.";

        assertThat(Guard.recognised(text))
                .extracting(finding -> text.substring(finding.from(), finding.to()))
                .containsExactly("30.07.1985", "85.07.30-033.28");
    }

    @Test
    void the_articles_that_ship_name_nobody() throws IOException {
        Resource[] articles =
                new PathMatchingResourcePatternResolver().getResources("classpath*:be/livc/desk/articles/*.md");

        assertThat(articles).hasSizeGreaterThan(20);
        for (Resource article : articles) {
            assertThat(Guard.recognised(article.getContentAsString(StandardCharsets.UTF_8)))
                    .as(article.getFilename())
                    .isEqualTo(List.of());
        }
    }
}
