package be.livc.consultation;

import java.util.UUID;

/** Names one version of a feedback sheet. */
public record FeedbackSheetId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
