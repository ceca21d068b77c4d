package be.livc.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How well quotes of secrets are found in a sheet: fictional secrets as partners tell them, sheets that quote them word for
 * word or nearly, and sheets on the same people that do not. The figures are printed and gated.
 */
class QuotesTest {

    private static final List<String> SECRETS = List.of(
            "De psychiater stelde in maart een psychotische stoornis vast en hij weigert zijn medicatie.",
            "Zijn moeder heeft het CAW verteld dat de vader haar slaat wanneer hij gedronken heeft.",
            "Hij heeft seropositieve testresultaten en wil niet dat zijn vriendin dat weet.",
            "De schuldbemiddelaar ziet dat er elke maand 400 euro naar een onbekende rekening in het buitenland gaat.",
            "Op school vertelde hij de leerlingbegeleider dat hij 's nachts filmpjes van onthoofdingen bekijkt.",
            "Zij is zwanger en overweegt de zwangerschap te laten afbreken zonder dat haar ouders het weten.",
            "De huisarts behandelt hem al twee jaar voor een verslaving aan tramadol.",
            "Tijdens het huisbezoek lag er een zwarte vlag onder zijn bed en had hij een tweede telefoon met nummer"
                    + " 0470123456.",
            "Hij bekende aan de justitieassistent dat hij zijn enkelband heeft losgemaakt om een vriend in Antwerpen"
                    + " te zien.",
            "Volgens de psycholoog heeft zij suïcidale gedachten sinds haar broer in Syrië gestorven is.",
            "De aalmoezenier hoorde hem zeggen dat een celgenoot hem geld beloofde om brieven naar buiten te"
                    + " smokkelen.",
            "Zijn tante schreef hem in voor een opleiding tot lasser, maar hij dreigde de lesgever met een"
                    + " schroevendraaier.");

    private static final List<String> QUOTING = List.of(
            "Uit het overleg blijkt dat de psychiater in maart een psychotische stoornis vaststelde. We volgen dit op.",
            "De vader slaat haar wanneer hij gedronken heeft, zo vertelde moeder aan het CAW.",
            "Betrokkene heeft seropositieve testresultaten; zijn vriendin weet dat niet.",
            "Elke maand gaat er 400 euro naar een onbekende rekening in het buitenland.",
            "Hij bekijkt 's nachts filmpjes van onthoofdingen.",
            "Zij overweegt haar zwangerschap te laten afbreken.",
            "De huisarts behandelt hem voor een verslaving aan tramadol.",
            "Onder zijn bed lag een zwarte vlag.",
            "Hij heeft zijn enkelband losgemaakt om een vriend in Antwerpen te zien.",
            "Zij heeft suïcidale gedachten sinds haar broer in Syrië gestorven is.",
            "Een celgenoot beloofde hem geld om brieven naar buiten te smokkelen.",
            "Hij dreigde de lesgever met een schroevendraaier tijdens de opleiding tot lasser.",
            "De psychotische stoornis werd vastgesteld door de psychiater, medicatie weigert hij.",
            "Er is sprake van een tweede telefoon (0470123456).",
            "In maart stelde de psychiater vast dat er een psychotische stoorniss is en hij de medicaties weigert.",
            "Voor zijn verslaving aan tramadol is hij al twee jaar in behandeling bij de huisarts.",
            "Hij wou brieven smokkelen naar buiten; een celgenoot had hem daarvoor geld beloofd.",
            "Suicidale gedachten heeft zij sinds het sterven van haar broer in Syrie.",
            "Zijn enkelband maakte hij los, om in Antwerpen een vriend te zien.",
            "De zwarte vlag die onder het bed lag, baart zorgen.");

    private static final List<String> INNOCENT = List.of(
            "De cel volgt de situatie van betrokkene verder op. Het CAW start een begeleiding en het OCMW bekijkt de"
                    + " huisvesting.",
            "Er zijn vandaag geen elementen die een onmiddellijk optreden van de politie vragen.",
            "De school bezorgt wekelijks een overzicht van de aanwezigheden aan de coördinator.",
            "Betrokkene neemt deel aan een opleiding en heeft een vaste begeleider.",
            "Gelieve bij een vaststelling op de openbare weg de information officer te verwittigen.",
            "De ouders zijn bereid mee te werken en komen volgende maand naar het CLB.",
            "Het overleg besliste het plan van aanpak drie maanden voort te zetten, met een herziening in februari.",
            "Een medewerker van VDAB zoekt met hem naar werk in de bouw.",
            "De wijkagent kan een kennismakingsbezoek brengen; daarbij is geen bijzondere voorzichtigheid nodig.",
            "De gemeentelijke sanctieambtenaar is niet betrokken.",
            "Betrokkene verhuist in januari naar een andere gemeente; de overdracht wordt voorbereid.",
            "De politie wordt gevraagd signalen over het jongerenplein aan de cel te melden.",
            "Het justitiehuis meldt dat de voorwaarden worden nageleefd.",
            "Moeder is contactpersoon voor de school.",
            "De vader is bereikbaar via het CAW.",
            "Hij heeft een telefoon en is bereikbaar voor de begeleider.",
            "Zij volgt les in het vijfde jaar en haalt goede resultaten.",
            "De huisarts werd niet uitgenodigd.",
            "De aalmoezenier van de gevangenis blijft aanspreekpunt.",
            "In maart is er een nieuw overleg. Wie niet kan komen, verwittigt de coördinator.",
            "Het gezin krijgt hulp bij het beheer van zijn budget.",
            "Er werd elke maand een gesprek gevoerd met betrokkene.",
            "Zijn broer woont in het buitenland en heeft geen contact met het gezin.",
            "Hij ziet zijn vrienden in Antwerpen, zoals zijn voorwaarden toelaten.");

    private static final Pattern GAP = Pattern.compile(" ");

    @Test
    void quotes_are_found_and_innocent_texts_are_left_alone() {
        int literal = 0;
        int literals = 0;
        int near = 0;
        int nears = 0;
        List<String> missed = new ArrayList<>();
        Random random = new Random(20261125);
        for (String secret : SECRETS) {
            literals++;
            literal += found("Over betrokkene: " + secret + " De cel volgt op.") ? 1 : 0;
            for (String variant : variants(secret, random)) {
                nears++;
                if (found(variant)) {
                    near++;
                } else {
                    missed.add(variant);
                }
            }
        }
        int retold = 0;
        for (String sheet : QUOTING) {
            if (found(sheet)) {
                retold++;
            } else {
                missed.add(sheet);
            }
        }
        List<String> alarms = INNOCENT.stream().filter(QuotesTest::found).toList();

        System.out.printf(
                "quotes: literal %d/%d, machine-made near quotes %d/%d, hand-written quotes %d/%d, false alarms"
                        + " %d/%d%n",
                literal, literals, near, nears, retold, QUOTING.size(), alarms.size(), INNOCENT.size());
        missed.forEach(one -> System.out.println("  missed: " + one));
        alarms.forEach(one -> System.out.println("  false alarm: " + one));
        assertThat(literal).isEqualTo(literals);
        assertThat((double) near / nears).isGreaterThanOrEqualTo(0.95);
        assertThat((double) retold / QUOTING.size()).isGreaterThanOrEqualTo(0.9);
        assertThat((double) alarms.size() / INNOCENT.size()).isLessThanOrEqualTo(0.05);
    }

    private static boolean found(String text) {
        return !Quotes.in(text, SECRETS).isEmpty();
    }

    /** Typing errors, words left out, words put in, halves swapped, capitals and accents gone. */
    private static List<String> variants(String secret, Random random) {
        String[] words = GAP.split(secret);
        List<String> variants = new ArrayList<>();
        StringBuilder typed = new StringBuilder();
        StringBuilder thinned = new StringBuilder();
        StringBuilder padded = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            typed.append(i % 3 == 1 ? misspelt(words[i], random) : words[i]).append(' ');
            thinned.append(i % 6 == 5 ? "" : words[i] + " ");
            padded.append(words[i]).append(i % 4 == 2 ? " blijkbaar " : " ");
        }
        variants.add(typed.toString());
        variants.add(thinned.toString());
        variants.add(padded.toString());
        variants.add(secret.toUpperCase(Locale.ROOT).replace("Ë", "E").replace("Ï", "I"));
        int middle = words.length / 2;
        variants.add(String.join(" ", List.of(words).subList(middle, words.length)) + " "
                + String.join(" ", List.of(words).subList(0, middle)));
        return variants;
    }

    private static String misspelt(String word, Random random) {
        if (word.length() < 5) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 3);
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    @Test
    void a_found_quote_says_where_it_stands() {
        String text = "De cel volgt op. Onder zijn bed lag een zwarte vlag. Het CAW begeleidt.";

        List<Passage> quotes = Quotes.in(text, SECRETS);

        assertThat(quotes).hasSize(1);
        assertThat(text.substring(quotes.get(0).from(), quotes.get(0).to()))
                .contains("zwarte vlag")
                .doesNotContain("CAW");
    }

    @Test
    void without_secrets_nothing_is_a_quote() {
        assertThat(Quotes.in("De cel volgt op.", List.of())).isEmpty();
    }
}
