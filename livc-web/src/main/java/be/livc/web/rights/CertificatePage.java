package be.livc.web.rights;

import be.livc.rights.Certificates;
import be.livc.rights.ErasedCase;
import be.livc.rights.RetentionRules;
import be.livc.web.choices.Choices;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What remains of an erased case or signal: the certificate, with its proof, at the address that the content had. */
@Component
public class CertificatePage {

    private final Certificates certificates;
    private final Choices choices;
    private final MessageSource messages;

    CertificatePage(Certificates certificates, Choices choices, MessageSource messages) {
        this.certificates = certificates;
        this.choices = choices;
        this.messages = messages;
    }

    /** Fills the page; answers its view. */
    public String of(ErasedCase erased, Locale locale, Model model) {
        model.addAttribute("erased", erased);
        model.addAttribute("proof", certificates.proof(erased.certificate()).orElse(null));
        model.addAttribute("rule", rule(erased.certificate().rule(), locale));
        model.addAttribute("reasons", choices.labels("erasure-reasons", locale));
        return "casefile/certificate";
    }

    /** A rule that every cell starts with in the reader's language, one of the cell itself as it was written. */
    private String rule(String named, Locale locale) {
        return RetentionRules.Usual.named(named)
                .map(usual -> messages.getMessage(
                        "casefile.certificate.rule." + usual.category(), new Object[] {usual.months()}, locale))
                .orElse(named);
    }
}
