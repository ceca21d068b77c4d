package be.livc.access;

import be.livc.platform.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What holds a case for a while: acts that would add to it are refused until the hold ends, the others go on. The same for
 * whoever judges an act and for a screen that asks what it can offer.
 */
public enum Hold {
    /**
     * It is offered to another cell and stands still until that cell has answered: when it is taken over its key here is
     * destroyed, and whatever had been added meanwhile would be lost.
     */
    ON_OFFER(
            "transfer-offered",
            EnumSet.of(
                    Act.ANSWER_INVITATION,
                    Act.LEAVE,
                    Act.RECORD_LEAVING,
                    Act.LAY_EMBARGO,
                    Act.LAY_EMBARGO_ON_CASE,
                    Act.REVIEW_EMBARGO,
                    Act.TAKE_OVER_EMBARGO,
                    Act.OFFER_TRANSFER,
                    Act.WITHDRAW_TRANSFER,
                    Act.HANDLE_REQUEST,
                    Act.WEIGH_REQUEST,
                    Act.KEEP_DRAFT)),
    /**
     * No permission of the procureur holds any more for a case of a PIVC. What goes on judges the basis itself, hides, ends or
     * destroys, serves the rights of the data subject, or is kept for its author alone: it tells nobody anything new, and
     * without it a case could never end.
     */
    NO_PERMISSION(
            "basis-expired",
            EnumSet.of(
                    Act.CHECK_BASIS,
                    Act.NOT_LIST,
                    Act.LEAVE,
                    Act.RECORD_LEAVING,
                    Act.CLOSE_CONSULTATION,
                    Act.LAY_EMBARGO,
                    Act.LAY_EMBARGO_ON_CASE,
                    Act.REVIEW_EMBARGO,
                    Act.TAKE_OVER_EMBARGO,
                    Act.WITHDRAW_TRANSFER,
                    Act.REFUSE_TRANSFER,
                    Act.CLOSE_CASE,
                    Act.WEIGH_REQUEST,
                    Act.PROPOSE_ERASURE,
                    Act.DECIDE_ERASURE,
                    Act.ERASE,
                    Act.KEEP_DRAFT)),
    /**
     * It is frozen, since the person is in a prison without a PIVC. Whether the permission covers that prison is the very
     * question, so what goes on is what goes on without one; where the person is, and handing over; and the conflict check,
     * which tells nothing and may hide.
     */
    FROZEN("case-frozen", alsoGoingOn(NO_PERMISSION, Act.FOLLOW_RELEASE, Act.OFFER_TRANSFER, Act.CHECK_CONFLICT));

    private final String code;
    private final Set<Act> goingOn;

    Hold(String code, Set<Act> goingOn) {
        this.code = code;
        this.goingOn = goingOn;
    }

    private static Set<Act> alsoGoingOn(Hold with, Act... more) {
        Set<Act> acts = EnumSet.copyOf(with.goingOn);
        acts.addAll(Arrays.asList(more));
        return acts;
    }

    /** Whether the act is refused in a case that this holds. */
    public boolean stops(Act act) {
        return !goingOn.contains(act);
    }

    /** The refusal of an act that this stops: {@code transfer-offered}, {@code basis-expired} or {@code case-frozen}. */
    public Refusal refusal() {
        return Refusal.conflict(code);
    }
}
