package be.livc.web.plan;

import be.livc.web.plan.PlanForm.GoalRow;
import be.livc.web.plan.PlanForm.MeasureRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts together what two people changed in the same plan. A form carries the marks of what its editor saw, so that it is
 * known which of goals, review date and each measure they changed themselves; where the other changed something else, both
 * changes hold.
 */
@Component
class PlanMerge {

    private static final String GOALS = "goals";
    private static final String REVIEW = "review";

    private final JsonMapper json;

    PlanMerge(JsonMapper json) {
        this.json = json;
    }

    /** The marks of a plan as its editor sees it: short, and of no meaning to anybody else. */
    String marks(PlanForm seen) {
        return parts(seen).entrySet().stream()
                .map(part -> part.getKey() + "=" + mark(part.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Object> parts(PlanForm form) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put(GOALS, form.goals().stream().filter(row -> !row.isBlank()).toList());
        parts.put(REVIEW, form.reviewDate());
        form.measures().stream().filter(row -> !row.id().isEmpty()).forEach(row -> parts.put(row.id(), row));
        return parts;
    }

    private String mark(Object part) {
        CRC32 sum = new CRC32();
        sum.update(json.writeValueAsString(part).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /**
     * The plan with both people's changes; empty when they changed the same, or when it is not known what this one saw.
     *
     * @param marks what this editor saw
     * @param sent what they made of it
     * @param stored what is stored by now
     */
    Optional<PlanForm> of(String marks, PlanForm sent, PlanForm stored) {
        Map<String, String> seen = new HashMap<>();
        for (String mark : marks.split(" ")) {
            int at = mark.indexOf('=');
            if (at > 0) {
                seen.put(mark.substring(0, at), mark.substring(at + 1));
            }
        }
        if (!seen.containsKey(GOALS)) {
            return Optional.empty();
        }
        Map<String, Object> mine = parts(sent);
        Map<String, Object> theirs = parts(stored);
        Map<String, Boolean> takesMine = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(theirs.keySet());
        mine.keySet().stream().filter(part -> !all.contains(part)).forEach(all::add);
        for (String part : all) {
            boolean iChanged = !isAsSeen(seen, part, mine.get(part));
            boolean theyChanged = !isAsSeen(seen, part, theirs.get(part));
            if (iChanged && theyChanged && !Objects.equals(mine.get(part), theirs.get(part))) {
                return Optional.empty();
            }
            takesMine.put(part, iChanged);
        }
        return Optional.of(merged(takesMine, sent, stored));
    }

    private boolean isAsSeen(Map<String, String> seen, String part, @Nullable Object now) {
        return Objects.equals(seen.get(part), now == null ? null : mark(now));
    }

    private static PlanForm merged(Map<String, Boolean> takesMine, PlanForm sent, PlanForm stored) {
        Function<String, PlanForm> side = part -> takesMine.getOrDefault(part, true) ? sent : stored;
        List<MeasureRow> measures = new ArrayList<>();
        takesMine.keySet().stream()
                .filter(part -> !part.equals(GOALS) && !part.equals(REVIEW))
                .forEach(id -> side.apply(id).measures().stream()
                        .filter(row -> row.id().equals(id))
                        .forEach(measures::add));
        sent.measures().stream().filter(row -> row.id().isEmpty()).forEach(measures::add);
        List<GoalRow> goals = side.apply(GOALS).goals();
        return new PlanForm(goals, measures, side.apply(REVIEW).reviewDate(), stored.version());
    }
}
