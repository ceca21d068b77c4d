package be.livc.rights;

import be.livc.casefile.CaseId;

/** What remains of an erased case: its number and its certificate. */
public record ErasedCase(CaseId id, String number, Certificate certificate) {}
