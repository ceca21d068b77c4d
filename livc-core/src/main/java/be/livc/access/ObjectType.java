package be.livc.access;

import java.util.Locale;

/** The kinds of things that access is decided on. */
public enum ObjectType {
    /** What a partner noticed about a person, before and after it is weighed. */
    SIGNAL,
    /** Who a signal or case is about. */
    SUBJECT,
    /** One fact, opinion or hearsay of a signal. */
    FACT,
    /** An assessor's weighing of a signal. */
    ASSESSMENT,
    /** The header of a file: its subject, number, purpose. */
    CASE,
    /** The mayor's decision on the case list. */
    LISTING,
    /** A consultation as a whole. */
    CONSULTATION,
    /** One case on the agenda of a consultation. */
    AGENDA_ITEM,
    /** What a partner told the people present: theirs alone. */
    DISCLOSURE,
    /** A decision of the people present at an item. */
    DECISION,
    /** The plan of action: goals and review date. */
    PLAN,
    /** One measure of a plan. */
    MEASURE,
    /** A report of progress on a measure. */
    PROGRESS,
    /** The outcome of a risk assessment with a tool, by a trained assessor. */
    RISK_ASSESSMENT,
    /** What is exchanged with OCAD or for the common database: its author's and its counterpart's. */
    EXCHANGE,
    /** The ground and the aftercare with which a case was closed. */
    CLOSURE,
    /** The signed document of a legal basis. */
    BASIS_DOCUMENT,
    /** An embargo with its reference: of whoever laid it. */
    EMBARGO,
    /** A proposal, decision or certificate of erasure. */
    ERASURE,
    /** The handing over of a case to another cell, in summary. */
    TRANSFER,
    /** What another cell offers: open only to who accepts it. */
    TRANSFER_CONTENT,
    /** What somebody typed in a form and did not send yet: its author's alone, whatever their rights. */
    DRAFT,
    /** A document of a case, or shown at an agenda item: its recipients' alone there. */
    DOCUMENT,
    /** A note that corrects another piece of information; both stay. */
    CORRECTION,
    /** A sheet for the local police, with the votes of those who took part. */
    FEEDBACK_SHEET,
    /** Somebody else than the subject: family, a victim, who reported. Never findable. */
    THIRD_PARTY,
    /** Where a third party lives, when that is shielded: for who told it alone. */
    SHIELDED_ADDRESS,
    /** A request of a data subject under the GDPR. */
    SUBJECT_REQUEST;

    /** The name under which it stands in the ledger and in entries of the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
