package be.livc.casefile;

import java.util.Optional;

/**
 * Asks to record somebody else than the subject.
 *
 * @param address where they live
 * @param shielded whether the address is for who tells it alone
 */
public record RecordThirdParty(
        CaseId caseId, ThirdPartyRole role, String name, Optional<String> address, boolean shielded) {}
