package be.livc.web.demo;

import be.livc.casefile.CaseId;

/** Voorbeeldstad, from its first signal until now, in the order in which it happened. */
final class TownStory {

    private TownStory() {}

    static void tell(Town town) {
        CaseId closed = EarlierCases.tell(town);
        CurrentCases cases = new CurrentCases(town);
        NewSignals signals = new NewSignals(town);
        CaseId pupil = cases.pupil();
        signals.notRetained();
        Talk today = cases.prepareToday();
        cases.nextWeek();
        cases.listed();
        signals.waitingForTheMayor();
        signals.inAssessment();
        signals.fresh();
        cases.assess(pupil);
        town.decideErasure(closed);
        cases.today(today);
    }
}
