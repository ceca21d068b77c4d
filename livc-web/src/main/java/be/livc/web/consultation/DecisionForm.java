package be.livc.web.consultation;

import be.livc.cell.MandateId;
import be.livc.consultation.Decide;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the form of a decision sends. */
record DecisionForm(@Nullable String decision, @Nullable Voting voting, @Nullable Map<UUID, String> votes) {

    /** How those present decided. */
    enum Voting {
        /** Everyone present is for. */
        UNANIMOUS,
        /** Each votes on their own device. */
        OWN_DEVICE,
        /** Who leads records the vote of each. */
        PER_PERSON,
        /** Nobody votes. */
        NONE
    }

    static DecisionForm empty() {
        return new DecisionForm(null, null, Map.of());
    }

    /** Whether this vote was chosen for this person; for the form that comes back. */
    public boolean chose(String person, Decide.Vote vote) {
        return votes != null && vote.name().equals(votes.get(UUID.fromString(person)));
    }

    String text() {
        return decision == null ? "" : decision.strip();
    }

    Decide command(List<MandateId> present) {
        return new Decide(text(), cast(present));
    }

    private Map<MandateId, Decide.Vote> cast(List<MandateId> present) {
        Map<MandateId, Decide.Vote> cast = new HashMap<>();
        if (voting == Voting.UNANIMOUS) {
            present.forEach(person -> cast.put(person, Decide.Vote.FOR));
        } else if (voting == Voting.PER_PERSON && votes != null) {
            votes.forEach((person, vote) -> {
                if (!vote.isBlank()) {
                    cast.put(new MandateId(person), Decide.Vote.valueOf(vote));
                }
            });
        }
        return cast;
    }
}
