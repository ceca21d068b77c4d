package be.livc.signal;

import be.livc.casefile.CaseId;

/**
 * A signal that was filed.
 *
 * @param caseId the case, key and process that were born with it
 */
public record Filed(SignalId id, CaseId caseId, String number) {}
