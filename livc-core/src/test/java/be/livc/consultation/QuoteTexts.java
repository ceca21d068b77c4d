package be.livc.consultation;

import java.util.List;

/**
 * Fictional secrets as partners tell them, sheets that quote them word for word or nearly, and sheets on the same people that
 * do not. The thresholds of {@link Quotes} were chosen on {@link #TUNED}; {@link #HELD_OUT} was written afterwards, about other
 * people, by somebody who had read how {@link Quotes} works; neither was changed after the first measurement.
 */
record QuoteTexts(String name, List<String> secrets, List<String> quoting, List<String> innocent) {

    static final QuoteTexts TUNED = new QuoteTexts(
            "tuned on",
            List.of(
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
                            + " schroevendraaier."),
            List.of(
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
                    "De zwarte vlag die onder het bed lag, baart zorgen."),
            List.of(
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
                    "Hij ziet zijn vrienden in Antwerpen, zoals zijn voorwaarden toelaten."));

    static final QuoteTexts HELD_OUT = new QuoteTexts(
            "held out",
            List.of(
                    "Hij vertelde de bewaker dat hij in Molenbeek een kelder huurt waar vier jerrycans ammoniumnitraat staan.",
                    "De logopediste merkte dat het kind stottert sinds het zag hoe zijn oom een hond de keel oversneed.",
                    "Sinds haar miskraam in oktober snijdt zij zich in de onderarmen, en alleen de vertrouwensleerkracht weet daarvan.",
                    "Hij kreeg van een onbekende via Telegram handleidingen toegestuurd om een drone met springstof uit te rusten.",
                    "De maatschappelijk werker las in zijn dagboek dat hij zich op vijftien november wil opofferen.",
                    "De reclasseringsambtenaar weet dat hij cocaïne gebruikt in het weekend en daarvoor geld leent bij zijn grootvader.",
                    "Tijdens de intake onthulde zij dat haar echtgenoot een tweede gezin onderhoudt in Charleroi.",
                    "Volgens de kinderpsychiater lijdt hij aan posttraumatische stress na een verkrachting in het opvangcentrum.",
                    "Hij kocht met de bankkaart van zijn oma een kogelvrij vest en betaalde er 389 euro voor.",
                    "Zijn neef biechtte de imam op dat ze samen schietoefeningen deden in een groeve bij Namen.",
                    "De verpleegster zag brandwonden op haar rug, en zij smeekte om dat nergens te melden.",
                    "Hij is geadopteerd en heeft per toeval ontdekt dat zijn biologische broer in Idlib gevangen zit."),
            List.of(
                    "In een gehuurde kelder in Molenbeek staan jerrycans met ammoniumnitraat.",
                    "Het kind zag hoe zijn oom een hond de keel oversneed en stottert sindsdien.",
                    "Zij snijdt zich in de onderarmen sinds haar miskraam.",
                    "Een onbekende stuurde hem via Telegram handleidingen om een drone uit te rusten met springstof.",
                    "In zijn dagboek staat dat hij zich wil opofferen op vijftien november.",
                    "In het weekend gebruikt hij cocaïne; het geld daarvoor leent hij van zijn grootvader.",
                    "Haar echtgenoot zou in Charleroi een tweede gezin onderhouden.",
                    "Hij lijdt aan posttraumatische stress na een verkrachting.",
                    "Er werd een kogelvrij vest gekocht met de bankkaart van de oma.",
                    "Samen met zijn neef hield hij schietoefeningen in een groeve.",
                    "De verpleegster stelde vast dat er brandwonden op haar rug zijn.",
                    "Zijn biologische broer zit gevangen in Idlib.",
                    "Betrokkene werd als kind geadopteerd en ontdekte toevallig dat hij een biologische broer heeft.",
                    "De cel vreest dat vier jerrycans in een kelder in Molenbeek bewaard worden.",
                    "Er zijn aanwijzigingen dat hij een kogelvrij vest aankocht van 389 euro.",
                    "Sinds de miskraam in oktober zijn er snijwonden aan de onderarmen gezien door de vertrouwensleerkracht.",
                    "Aan de imam heeft de neef opgebiecht dat er schietoefeningen waren bij Namen.",
                    "Een drone met springstof: daarvoor kreeg hij handleidingen via telegram.",
                    "De kinderpsychiater spreekt van posttraumatische stress, opgelopen in het opvangcentrum.",
                    "Zij smeekte de verpleegster om de brandwonden niet te melden."),
            List.of(
                    "De burgemeester dankt alle diensten voor hun inzet en sluit het punt af.",
                    "Er is afgesproken dat de politie de wijk in november vaker doorkruist, zonder betrokkene aan te spreken.",
                    "Betrokkene woont opnieuw bij zijn grootvader en helpt in de winkel.",
                    "De leerkracht wiskunde is tevreden over zijn inzet tijdens de examens.",
                    "Het opvangcentrum kreeg een bezoek van de preventiedienst.",
                    "De imam van de moskee werkt mee aan het ouderproject van de gemeente.",
                    "Haar echtgenoot is op de hoogte van de uitnodiging en komt mee.",
                    "De verpleegster van het CLB blijft bereikbaar op donderdag.",
                    "Hij speelt opnieuw voetbal in het weekend.",
                    "De bankkaart is geen onderwerp van dit overleg.",
                    "Er komt een infoavond over Telegram en andere sociale media voor alle ouders.",
                    "Zijn neef zit in dezelfde klas en wordt niet opgevolgd.",
                    "De cel vraagt de lokale politie om geen contact op te nemen met de familie.",
                    "Het traject bij de dienst voor gezinsondersteuning loopt tot juni.",
                    "De kinderpsychiater en de school stemmen hun afspraken op elkaar af.",
                    "Betrokkene volgt een inburgeringscursus en slaagde voor het eerste deel.",
                    "De bewaker van het park meldde hangjongeren; er is geen verband met dit dossier.",
                    "De groeve wordt door de gemeente afgesloten voor bezoekers.",
                    "Zij vond werk als poetshulp en start in oktober.",
                    "Er zijn geen aanwijzingen voor een gevaar op korte termijn.",
                    "De volgende bespreking is in januari, met dezelfde genodigden.",
                    "De gemeente laat drones toe op het evenemententerrein na aanvraag.",
                    "De maatschappelijk werker begeleidt het gezin bij de zoektocht naar een woning in Charleroi.",
                    "Het kind krijgt ondersteuning van een logopediste op school."));

    /** The secrets of {@link #HELD_OUT} retold in wholly other words: beyond what comparing words can find. */
    static final List<String> IN_OTHER_WORDS = List.of(
            "Er is opslag van gevaarlijke stoffen in de Brusselse rand.",
            "Het kind maakte iets gruwelijks mee met een dier en praat sindsdien moeilijk.",
            "Zij verwondt zichzelf na een verlies, zo weet iemand op school.",
            "Hij ontving technische uitleg over onbemande toestellen met een lading.",
            "Uit persoonlijke notities blijkt een voornemen voor halverwege november.",
            "Er is sprake van drugs, betaald met geleend geld van familie.",
            "Haar man leidt een dubbelleven in een andere stad.",
            "Hij draagt de gevolgen van seksueel geweld dat hem elders is aangedaan.",
            "Er werd beschermende kledij aangeschaft met andermans geld.",
            "Met een familielid werd er met wapens geoefend in Wallonië.",
            "Er zijn letsels vastgesteld die wijzen op mishandeling, maar zij wil geen aangifte.",
            "Een familielid blijkt in Syrië vast te zitten.");
}
