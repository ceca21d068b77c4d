package be.livc.web.signin;

import be.livc.cell.Passkey;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.Base64UrlUtil;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Judges what a browser answers about a passkey (WebAuthn Level 3, sections 7.1 and 7.2). Of which make a device is does not
 * matter: its maker's statement is neither asked nor read.
 */
@Component
class PasskeyProof {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyProof.class);

    /** A passkey that a device made, as far as it is kept; the names are those of {@link Passkey}. */
    record Made(String credential, String attested, long uses, boolean backupEligible) {}

    /** What a browser claims, not judged yet. */
    static final class Claim {

        private final AuthenticationData data;

        private Claim(AuthenticationData data) {
            this.data = data;
        }

        /** The id of the passkey that is said to have signed. */
        String credential() {
            return Base64UrlUtil.encodeToString(data.getCredentialId());
        }

        /** Whose passkey the device takes it for; empty where it does not say. */
        Optional<String> handle() {
            return Optional.ofNullable(data.getUserHandle()).map(Base64UrlUtil::encodeToString);
        }

        /** The count that the device sent. */
        long uses() {
            return Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
        }
    }

    private final ObjectConverter objects;
    private final WebAuthnManager answers;
    private final AttestedCredentialDataConverter attested;

    PasskeyProof() {
        this.objects = new ObjectConverter();
        this.answers = WebAuthnManager.createNonStrictWebAuthnManager(objects);
        this.attested = new AttestedCredentialDataConverter(objects);
    }

    /** What was made for this site in answer to this challenge; empty when that cannot be told from the answer. */
    Optional<Made> made(String answer, PasskeySite site, String challenge) {
        return judged(() -> {
            RegistrationData data = answers.verifyRegistrationResponseJSON(
                    answer,
                    new RegistrationParameters(server(site, challenge), PasskeyQuestion.SIGNATURES, true, true));
            AuthenticatorData<RegistrationExtensionAuthenticatorOutput> device =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData made = Objects.requireNonNull(device.getAttestedCredentialData());
            return new Made(
                    Base64UrlUtil.encodeToString(made.getCredentialId()),
                    Base64UrlUtil.encodeToString(attested.convert(made)),
                    device.getSignCount(),
                    device.isFlagBE());
        });
    }

    /** What an answer claims; empty when it is none. */
    Optional<Claim> claim(String answer) {
        return judged(() -> new Claim(answers.parseAuthenticationResponseJSON(answer)));
    }

    /** Whether this passkey signed this challenge for this site, on a device that made sure who held it. */
    boolean holds(Claim claim, Passkey passkey, PasskeySite site, String challenge) {
        return judged(() -> answers.verify(
                        claim.data,
                        new AuthenticationParameters(server(site, challenge), record(passkey), null, true, true)))
                .isPresent();
    }

    /**
     * What was found; empty whatever went wrong. The library looks into parts of an answer before it asks whether they are there, so
     * that what is no answer fails in as many ways as there are parts.
     */
    private static <T> Optional<T> judged(Supplier<T> answer) {
        try {
            return Optional.of(answer.get());
        } catch (RuntimeException refused) {
            LOG.info(
                    "an answer about a passkey was refused: {}",
                    refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static ServerProperty server(PasskeySite site, String challenge) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin()))
                .rpId(site.host())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private CredentialRecord record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible(),
                false,
                passkey.uses(),
                attested.convert(Base64UrlUtil.decode(passkey.attested())),
                null,
                null,
                null,
                null);
    }
}
