package be.livc.web.consultation;

import be.livc.cell.MandateId;
import be.livc.consultation.Disclose;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a disclosure sends, at its first step and again at its check.
 *
 * @param by who tells it
 * @param recipients whom it is told to, out of those present and signed
 */
record DisclosureForm(
        @Nullable UUID by, @Nullable String text, @Nullable Boolean secret, @Nullable List<UUID> recipients) {

    static DisclosureForm empty(@Nullable UUID by, List<UUID> present) {
        return new DisclosureForm(by, null, false, present);
    }

    List<UUID> recipientsOrNone() {
        return recipients == null ? List.of() : recipients;
    }

    Disclose command(UUID speaker) {
        return new Disclose(
                new MandateId(speaker),
                text == null ? "" : text.strip(),
                Boolean.TRUE.equals(secret),
                Optional.of(recipientsOrNone().stream().map(MandateId::new).toList()));
    }
}
