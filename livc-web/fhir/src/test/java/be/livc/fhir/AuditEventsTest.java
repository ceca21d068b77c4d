package be.livc.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.model.AuditEvent;
import org.hl7.fhir.r5.model.Bundle;
import org.junit.jupiter.api.Test;

/** What leaves as FHIR is FHIR R5: the validator of HL7 finds no error in the log of the demo. */
class AuditEventsTest {

    private static final Path EXPORT = Path.of(System.getProperty("livc.exports"), "auditevents.json");

    private final FhirContext fhir = FhirContext.forR5();
    private final FhirValidator validator = validator(fhir);

    private static FhirValidator validator(FhirContext fhir) {
        return fhir.newValidator()
                .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                        new DefaultProfileValidationSupport(fhir),
                        new InMemoryTerminologyServerValidationSupport(fhir),
                        new CommonCodeSystemsTerminologyService(fhir))));
    }

    @Test
    void every_entry_of_the_export_is_an_audit_event_without_an_error() throws IOException {
        String json = Files.readString(EXPORT);

        List<SingleValidationMessage> messages =
                validator.validateWithResult(json).getMessages();

        Bundle bundle = fhir.newJsonParser().parseResource(Bundle.class, json);
        System.out.printf(
                "FHIR R5: %d AuditEvents, %d errors, %d warnings%n",
                bundle.getEntry().size(), errors(messages).size(), count(messages, ResultSeverityEnum.WARNING));
        assertThat(errors(messages)).isEmpty();
        assertThat(bundle.getEntry())
                .hasSizeGreaterThan(50)
                .allMatch(entry -> entry.getResource() instanceof AuditEvent);
    }

    @Test
    void the_validator_would_see_what_is_wrong() throws IOException {
        String wrong = Files.readString(EXPORT)
                .replaceFirst("\"recorded\":\"[^\"]*\"", "\"recorded\":\"yesterday\"")
                .replaceFirst("\"requestor\":true", "\"requester\":true");

        assertThat(errors(validator.validateWithResult(wrong).getMessages())).hasSizeGreaterThanOrEqualTo(2);
    }

    private static Set<String> errors(List<SingleValidationMessage> messages) {
        return messages.stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .map(message -> message.getLocationString().replaceAll("\\[\\d+]", "[]") + ": " + message.getMessage())
                .collect(Collectors.toSet());
    }

    private static long count(List<SingleValidationMessage> messages, ResultSeverityEnum severity) {
        return messages.stream()
                .filter(message -> message.getSeverity() == severity)
                .count();
    }
}
