package be.livc.web.followup;

import be.livc.casefile.FollowUps;
import be.livc.cell.MandateId;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the follow-up is shown; it lives in the address, so that the way back, a bookmark and a colleague find the same.
 *
 * @param board a board of all stages instead of a list of one
 * @param owner only what this mandate carries out
 */
record Filter(StageTab tab, boolean board, Optional<MandateId> owner) {

    FollowUps.Asked asked(StageTab of) {
        return new FollowUps.Asked(of.stage(), owner);
    }

    /** The same list of another stage. */
    public Filter asList(StageTab other) {
        return new Filter(other, false, owner);
    }

    /** The same as a board. */
    public Filter asBoard() {
        return new Filter(tab, true, owner);
    }

    /** Where it is. */
    public String href() {
        return address().toUriString();
    }

    String hrefAfter(String cursor) {
        return address().queryParam("after", cursor).toUriString();
    }

    private UriComponentsBuilder address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/opvolging");
        if (board) {
            address.queryParam("weergave", "bord");
        } else {
            address.queryParam("stand", tab.slug());
        }
        owner.ifPresent(who -> address.queryParam("wie", who));
        return address;
    }
}
