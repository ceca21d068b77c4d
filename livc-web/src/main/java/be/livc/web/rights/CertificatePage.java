package be.livc.web.rights;

import be.livc.rights.Certificates;
import be.livc.rights.ErasedCase;
import be.livc.web.choices.Choices;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What remains of an erased case or signal: the certificate, with its proof, at the address that the content had. */
@Component
public class CertificatePage {

    private final Certificates certificates;
    private final Choices choices;

    CertificatePage(Certificates certificates, Choices choices) {
        this.certificates = certificates;
        this.choices = choices;
    }

    /** Fills the page; answers its view. */
    public String of(ErasedCase erased, Locale locale, Model model) {
        model.addAttribute("erased", erased);
        model.addAttribute("proof", certificates.proof(erased.certificate()).orElse(null));
        model.addAttribute("reasons", choices.labels("erasure-reasons", locale));
        return "casefile/certificate";
    }
}
