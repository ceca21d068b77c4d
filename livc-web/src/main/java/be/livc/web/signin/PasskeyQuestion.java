package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Passkey;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.util.Base64UrlUtil;
import com.webauthn4j.util.UUIDUtil;
import java.time.Duration;
import java.util.List;

/**
 * What a browser is asked to do with a passkey, in the form that {@code PublicKeyCredential.parseCreationOptionsFromJSON} and
 * {@code parseRequestOptionsFromJSON} take (WebAuthn Level 3, sections 5.4 and 5.5). The device always makes sure who holds it:
 * that is what lets a passkey stand for the password and for the step after it.
 */
final class PasskeyQuestion {

    /** Kinds of signature, best first; each device can make one of these. */
    static final List<PublicKeyCredentialParameters> SIGNATURES = List.of(
            signature(COSEAlgorithmIdentifier.EdDSA),
            signature(COSEAlgorithmIdentifier.ES256),
            signature(COSEAlgorithmIdentifier.RS256));

    private static final String NAME = "LIVC";
    private static final String TYPE = PublicKeyCredentialType.PUBLIC_KEY.getValue();
    private static final String REQUIRED = "required";
    private static final long PATIENCE_MS = Duration.ofMinutes(5).toMillis();

    /** Asks to make one. */
    record Creation(
            String challenge,
            Site rp,
            Person user,
            List<Kind> pubKeyCredParams,
            List<Known> excludeCredentials,
            Choice authenticatorSelection,
            String attestation,
            long timeout) {

        /** For this person, on a device that holds none of those they have. */
        static Creation of(PasskeySite site, Account account, List<Passkey> known, String challenge) {
            return new Creation(
                    challenge,
                    new Site(site.host(), NAME),
                    new Person(handle(account), account.username(), account.displayName()),
                    SIGNATURES.stream()
                            .map(one -> new Kind(TYPE, one.getAlg().getValue()))
                            .toList(),
                    known.stream().map(one -> new Known(TYPE, one.credential())).toList(),
                    new Choice(REQUIRED, REQUIRED),
                    "none",
                    PATIENCE_MS);
        }
    }

    /** Asks for a signature of any that the device has for this site: the person need not say who they are. */
    record Proof(String challenge, String rpId, String userVerification, long timeout) {

        static Proof of(PasskeySite site, String challenge) {
            return new Proof(challenge, site.host(), REQUIRED, PATIENCE_MS);
        }
    }

    record Site(String id, String name) {}

    record Person(String id, String name, String displayName) {}

    record Kind(String type, long alg) {}

    record Known(String type, String id) {}

    record Choice(String residentKey, String userVerification) {}

    private PasskeyQuestion() {}

    private static PublicKeyCredentialParameters signature(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    /** By what a device knows whose passkey it is: the id of the account, which says nothing about a person. */
    static String handle(Account account) {
        return Base64UrlUtil.encodeToString(
                UUIDUtil.convertUUIDToBytes(account.id().value()));
    }
}
