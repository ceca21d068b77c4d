package be.livc.access;

import static be.livc.cell.Capacity.ADMINISTRATOR;
import static be.livc.cell.Capacity.COORDINATOR;
import static be.livc.cell.Capacity.DPO;
import static be.livc.cell.Capacity.INFORMATION_OFFICER;
import static be.livc.cell.Capacity.LIAISON_OFFICER;
import static be.livc.cell.Capacity.MAYOR;
import static be.livc.cell.Capacity.MEMBER;
import static be.livc.cell.Capacity.POLICE;
import static be.livc.cell.Capacity.PRISON_DIRECTION;
import static be.livc.cell.Capacity.PROSECUTOR;
import static be.livc.cell.Capacity.PSYCHOSOCIAL_SERVICE;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.ledger.Action;
import be.livc.platform.Refusal;
import java.util.Set;
import java.util.stream.Stream;

/** What can be done, in which capacities, and under which action it stands in the ledger. */
public enum Act {
    /** File a signal. */
    FILE_SIGNAL(
            Action.CREATE,
            Reach.NOTHING_YET,
            MEMBER,
            COORDINATOR,
            INFORMATION_OFFICER,
            MAYOR,
            POLICE,
            PRISON_DIRECTION,
            PSYCHOSOCIAL_SERVICE),
    /** Weigh a signal on the criteria; coordinator and information officer jointly. */
    ASSESS(Action.DECIDE, Reach.SEEN, COORDINATOR, INFORMATION_OFFICER),
    /** Put a signal on the case list. */
    LIST(Action.DECIDE, Reach.SEEN, MAYOR, PRISON_DIRECTION),
    /** Refuse to put a signal on the case list. */
    NOT_LIST(Action.DECIDE, Reach.SEEN, MAYOR, PRISON_DIRECTION),
    /** Check whether the permission of the procureur covers a candidate of a PIVC. */
    CHECK_BASIS(Action.DECIDE, Reach.SEEN, COORDINATOR),
    /** Follow when somebody leaves prison, and where they are. */
    FOLLOW_RELEASE(Action.UPDATE, Reach.SEEN, COORDINATOR, PRISON_DIRECTION),
    /** Plan a consultation. */
    PLAN_CONSULTATION(Action.CREATE, Reach.NOTHING_YET, COORDINATOR, MAYOR),
    /** Put a case on the agenda and invite. */
    PUT_ON_AGENDA(Action.INVITE, Reach.SEEN, COORDINATOR, MAYOR),
    /** Change a planned consultation, take a case off its agenda, or call it off. */
    REPLAN_CONSULTATION(Action.UPDATE, Reach.SEEN, COORDINATOR, MAYOR),
    /** Answer an invitation. */
    ANSWER_INVITATION(Action.UPDATE, Reach.SEEN, Capacity.values()),
    /** Check an item for a conflict with an investigation. */
    CHECK_CONFLICT(Action.DECIDE, Reach.SEEN, INFORMATION_OFFICER, PROSECUTOR, POLICE),
    /** Hide an item of an agenda or one piece of information of a case, because of an investigation. */
    LAY_EMBARGO(Action.DECIDE, Reach.SEEN, INFORMATION_OFFICER, PROSECUTOR),
    /** Hide a whole case; the parket need not see what it hides. */
    LAY_EMBARGO_ON_CASE(Action.DECIDE, Reach.BY_CAPACITY, INFORMATION_OFFICER, PROSECUTOR),
    /** Lift or prolong an embargo that one laid oneself. */
    REVIEW_EMBARGO(Action.DECIDE, Reach.SEEN, INFORMATION_OFFICER, PROSECUTOR, POLICE),
    /** The same for one whose layer holds no mandate any more; shows nothing of what it hides. */
    TAKE_OVER_EMBARGO(Action.DECIDE, Reach.BY_CAPACITY, INFORMATION_OFFICER, PROSECUTOR, POLICE),
    /** Record who came and went. */
    RECORD_ATTENDANCE(Action.ATTEND, Reach.SEEN, COORDINATOR, MAYOR, PRISON_DIRECTION),
    /** Record one's own coming and going, and sign the statement of confidentiality. */
    ATTEND(Action.ATTEND, Reach.SEEN, Capacity.values()),
    /** Record that one has left. */
    LEAVE(Action.ATTEND, Reach.SEEN, Capacity.values()),
    /** Record that somebody has left. */
    RECORD_LEAVING(Action.ATTEND, Reach.SEEN, COORDINATOR, MAYOR, PRISON_DIRECTION),
    /** Open a consultation. */
    OPEN_CONSULTATION(Action.UPDATE, Reach.SEEN, COORDINATOR, MAYOR, PRISON_DIRECTION),
    /** Tell the people present something, or record that one does not share. */
    SPEAK(Action.DISCLOSE, Reach.SEEN, Capacity.values()),
    /** Add a document to a case. */
    ADD_DOCUMENT(
            Action.CREATE,
            Reach.SEEN,
            MEMBER,
            COORDINATOR,
            INFORMATION_OFFICER,
            MAYOR,
            POLICE,
            PRISON_DIRECTION,
            PSYCHOSOCIAL_SERVICE,
            PROSECUTOR),
    /** Approve minutes or ask for a correction, and correct a piece of information one sees. */
    CORRECT(Action.UPDATE, Reach.SEEN, Capacity.values()),
    /** Draw up a feedback sheet for the local police, put it to the vote, send it. */
    DRAW_UP_SHEET(Action.CREATE, Reach.SEEN, COORDINATOR, MAYOR, PRISON_DIRECTION),
    /** Vote on a feedback sheet, as somebody who took part. */
    VOTE_ON_SHEET(Action.VOTE, Reach.SEEN, Capacity.values()),
    /** Record somebody else than the subject in a case. */
    RECORD_THIRD_PARTY(
            Action.CREATE,
            Reach.SEEN,
            MEMBER,
            COORDINATOR,
            INFORMATION_OFFICER,
            POLICE,
            PRISON_DIRECTION,
            PSYCHOSOCIAL_SERVICE),
    /** Take in and answer a request of a data subject. */
    HANDLE_REQUEST(Action.CREATE, Reach.NOTHING_YET, DPO),
    /** Weigh, item by item, what a data subject may be given. */
    WEIGH_REQUEST(Action.UPDATE, Reach.SEEN, COORDINATOR),
    /** Record a decision with its votes. */
    DECIDE(Action.DECIDE, Reach.SEEN, COORDINATOR, MAYOR, PRISON_DIRECTION),
    /** Vote on a decision that was put to the vote. */
    VOTE(Action.VOTE, Reach.SEEN, Capacity.values()),
    /** Close a consultation. */
    CLOSE_CONSULTATION(Action.UPDATE, Reach.SEEN, COORDINATOR, MAYOR, PRISON_DIRECTION),
    /** Draw up or change the plan of action. */
    PLAN(Action.UPDATE, Reach.SEEN, COORDINATOR),
    /** Report progress on a measure: its owner, or the coordinator. */
    REPORT_PROGRESS(Action.CREATE, Reach.SEEN, Capacity.values()),
    /** Record the outcome of a risk assessment: the assessor, or the coordinator for them. */
    RECORD_RISK_ASSESSMENT(
            Action.CREATE, Reach.SEEN, COORDINATOR, INFORMATION_OFFICER, MEMBER, POLICE, PSYCHOSOCIAL_SERVICE),
    /** Record what is exchanged with OCAD or for the common database; which form is whose, the form says. */
    RECORD_EXCHANGE(Action.CREATE, Reach.SEEN, COORDINATOR, INFORMATION_OFFICER, MEMBER, POLICE, LIAISON_OFFICER),
    /** Close a case. */
    CLOSE_CASE(Action.DECIDE, Reach.SEEN, COORDINATOR, MAYOR),
    /** Hand a case over to another cell. */
    OFFER_TRANSFER(Action.TRANSFER, Reach.SEEN, COORDINATOR, MAYOR, PRISON_DIRECTION),
    /** Take an offer back. */
    WITHDRAW_TRANSFER(Action.TRANSFER, Reach.SEEN, COORDINATOR, MAYOR, PRISON_DIRECTION),
    /** Take over what another cell offers. */
    ANSWER_TRANSFER(Action.TRANSFER, Reach.SEEN, COORDINATOR, MAYOR, PRISON_DIRECTION, INFORMATION_OFFICER),
    /** Refuse what another cell offers. */
    REFUSE_TRANSFER(Action.TRANSFER, Reach.SEEN, COORDINATOR, MAYOR, PRISON_DIRECTION, INFORMATION_OFFICER),
    /** Propose to erase. */
    PROPOSE_ERASURE(Action.CREATE, Reach.SEEN, COORDINATOR),
    /** Decide to erase, or to keep longer. */
    DECIDE_ERASURE(Action.DECIDE, Reach.BY_CAPACITY, MAYOR, PRISON_DIRECTION),
    /** Carry an erasure out: destroys the key. */
    ERASE(Action.ERASE, Reach.BY_CAPACITY, DPO),
    /** Keep what one typed in a form until it is sent. */
    KEEP_DRAFT(
            Action.CREATE,
            Reach.SEEN,
            MEMBER,
            COORDINATOR,
            INFORMATION_OFFICER,
            MAYOR,
            POLICE,
            PROSECUTOR,
            PRISON_DIRECTION,
            PSYCHOSOCIAL_SERVICE,
            LIAISON_OFFICER,
            DPO),
    /** Set up cells, accounts, partners and mandates. */
    CONFIGURE(Action.CONFIGURE, Reach.NOTHING_YET, ADMINISTRATOR),
    /** Set up partners, mandates and legal bases of the own cell. */
    CONFIGURE_CELL(Action.CONFIGURE, Reach.NOTHING_YET, ADMINISTRATOR, COORDINATOR, PROSECUTOR),
    /** Ask the helpdesk something, in a text that names nobody. */
    ASK_DESK(
            Action.CREATE,
            Reach.NOTHING_YET,
            COORDINATOR,
            MAYOR,
            INFORMATION_OFFICER,
            MEMBER,
            PROSECUTOR,
            PRISON_DIRECTION,
            PSYCHOSOCIAL_SERVICE,
            POLICE,
            LIAISON_OFFICER,
            Capacity.DPO,
            ADMINISTRATOR),
    /** Read published figures. */
    READ_FIGURES(Action.READ, Reach.NOTHING_YET, COORDINATOR, MAYOR, PRISON_DIRECTION, Capacity.DPO, Capacity.DESK),
    /** Answer questions, write articles, follow the cells up: the work of the VVSG desk. */
    WORK_AT_DESK(Action.UPDATE, Reach.NOTHING_YET, Capacity.DESK),
    /** Read the whole ledger, its proofs and its export. */
    READ_LEDGER(Action.READ, Reach.NOTHING_YET, DPO);

    /** What the actor must reach of the object before the act is even judged. */
    enum Reach {
        /** There is no object yet. */
        NOTHING_YET,
        /** The actor must see the object. */
        SEEN,
        /** It is enough that the object is there: the act shows none of its content. */
        BY_CAPACITY
    }

    private final Action action;
    private final Reach reach;
    private final Set<Capacity> capacities;

    Act(Action action, Reach reach, Capacity... capacities) {
        this.action = action;
        this.reach = reach;
        this.capacities = Set.of(capacities);
    }

    /** Under which action it stands in the ledger. */
    public Action action() {
        return action;
    }

    /** Whether somebody in this capacity may do it at all; a screen asks this before it shows a button. */
    public boolean isFor(Capacity capacity) {
        return capacities.contains(capacity);
    }

    /**
     * Passes when the act is for somebody in the actor's capacity: before a screen that leads to it is shown.
     *
     * @throws Refusal forbidden otherwise; it is recorded where it leaves the program ({@link Denials})
     */
    public void requireFor(Actor actor) {
        if (!isFor(actor.capacity())) {
            throw Refusal.forbidden();
        }
    }

    /** Whether somebody in this capacity has an act on things whose content they do not see. */
    static boolean actsUnseen(Capacity capacity) {
        return Stream.of(values()).anyMatch(act -> act.reach == Reach.BY_CAPACITY && act.isFor(capacity));
    }

    Reach reach() {
        return reach;
    }
}
