package be.livc.web.api;

import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.Phases;
import be.livc.signal.SignalId;
import be.livc.signal.SignalState;
import be.livc.signal.Signals;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Numbers and phases for the answer to an act that the caller was allowed: no content. */
@Component
class CaseNames {

    private final CaseFiles cases;
    private final Signals signals;
    private final Phases phases;

    CaseNames(CaseFiles cases, Signals signals, Phases phases) {
        this.cases = cases;
        this.signals = signals;
        this.phases = phases;
    }

    /** The numbers of those that are on the case list. */
    @Transactional(readOnly = true)
    public Map<CaseId, String> of(Collection<CaseId> ids) {
        Map<CaseId, String> numbers = new HashMap<>();
        ids.forEach(id -> cases.facts(id).map(CaseFacts::number).ifPresent(number -> numbers.put(id, number)));
        return numbers;
    }

    @Transactional(readOnly = true)
    public String phaseOf(CaseId id) {
        return phases.of(id).orElse("");
    }

    @Transactional(readOnly = true)
    public String stateOf(SignalId id) {
        return signals.caseOf(id)
                .flatMap(phases::of)
                .map(SignalState::inPhase)
                .map(Enum::name)
                .orElse("");
    }
}
