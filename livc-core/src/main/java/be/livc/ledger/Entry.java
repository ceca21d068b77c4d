package be.livc.ledger;

import be.livc.platform.RequestSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One act, as it is to be recorded; the ledger adds cell, place and time. Holds codes and opaque ids only: whoever
 * tries to put text in gets an {@link IllegalArgumentException}.
 *
 * <pre>{@code
 * Entry.by(actor, source).did(Action.READ).on("case", id).forPurpose("follow-up")
 *         .inCase(id).because("present-at-item")
 * }</pre>
 *
 * @param actor who
 * @param source from where
 * @param action did what
 * @param object to what
 * @param caseId in which case, where it belongs to one
 * @param purpose for which purpose, as a code
 * @param basis on which grounds in law
 * @param result how it ended
 * @param commitment the hash that binds the content, base64url; its salt is kept with the content
 * @param recipients the mandates that it was disclosed to
 * @param why the code of the reason for which access was given or refused
 * @param link the other half, in another cell's ledger
 */
public record Entry(
        LedgerActor actor,
        RequestSource source,
        Action action,
        ObjectRef object,
        Optional<UUID> caseId,
        String purpose,
        List<BasisRef> basis,
        Result result,
        Optional<String> commitment,
        List<UUID> recipients,
        Optional<String> why,
        Optional<Link> link) {

    /** Checks the codes and keeps its own copies of the lists. */
    public Entry {
        Codes.opaque("source.address", source.address());
        Codes.opaque("source.userAgent", source.userAgent());
        Codes.code("purpose", purpose);
        commitment.ifPresent(hash -> Codes.opaque("commitment", hash));
        why.ifPresent(code -> Codes.code("why", code));
        basis = List.copyOf(basis);
        recipients = List.copyOf(recipients);
    }

    /** Begins with who acts, and from where. */
    public static By by(LedgerActor actor, RequestSource source) {
        return new By(actor, source);
    }

    /** An entry that says who, and waits for what. */
    public record By(LedgerActor actor, RequestSource source) {

        /** Goes on with what was done. */
        public Did did(Action action) {
            return new Did(this, action);
        }
    }

    /** An entry that says who did what, and waits for to what. */
    public record Did(By by, Action action) {

        /** Goes on with what it was done to. */
        public On on(String type, UUID id) {
            return on(type, id.toString());
        }

        /** Goes on with what it was done to, for things that are named by a code. */
        public On on(String type, String id) {
            return new On(this, new ObjectRef(type, id));
        }
    }

    /** An entry that waits for its purpose only. */
    public record On(Did did, ObjectRef object) {

        /** Completes the entry; what is said after this is optional. */
        public Entry forPurpose(String code) {
            return new Entry(
                    did.by().actor(),
                    did.by().source(),
                    did.action(),
                    object,
                    Optional.empty(),
                    code,
                    List.of(),
                    Result.OK,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** The same, belonging to a case. */
    public Entry inCase(UUID id) {
        return new Entry(
                actor,
                source,
                action,
                object,
                Optional.of(id),
                purpose,
                basis,
                result,
                commitment,
                recipients,
                why,
                link);
    }

    /** The same, resting on these grounds in law. */
    public Entry under(List<BasisRef> grounds) {
        return new Entry(
                actor, source, action, object, caseId, purpose, grounds, result, commitment, recipients, why, link);
    }

    /** The same, resting on one ground in law. */
    public Entry under(BasisRef ground) {
        return under(List.of(ground));
    }

    /** The same, with another result than {@link Result#OK}. */
    public Entry ended(Result end) {
        return new Entry(actor, source, action, object, caseId, purpose, basis, end, commitment, recipients, why, link);
    }

    /** The same, bound to content that stays outside the ledger. */
    public Entry binding(Commitment content) {
        return new Entry(
                actor,
                source,
                action,
                object,
                caseId,
                purpose,
                basis,
                result,
                Optional.of(content.hash()),
                recipients,
                why,
                link);
    }

    /** The same, disclosed to these mandates. */
    public Entry to(Collection<UUID> mandates) {
        return new Entry(
                actor,
                source,
                action,
                object,
                caseId,
                purpose,
                basis,
                result,
                commitment,
                List.copyOf(mandates),
                why,
                link);
    }

    /** The same, with the code of the reason for which access was given or refused. */
    public Entry because(String code) {
        return new Entry(
                actor,
                source,
                action,
                object,
                caseId,
                purpose,
                basis,
                result,
                commitment,
                recipients,
                Optional.of(code),
                link);
    }

    /** The same, tied to its other half in another cell's ledger. */
    public Entry linkedTo(Link other) {
        return new Entry(
                actor,
                source,
                action,
                object,
                caseId,
                purpose,
                basis,
                result,
                commitment,
                recipients,
                why,
                Optional.of(other));
    }
}
