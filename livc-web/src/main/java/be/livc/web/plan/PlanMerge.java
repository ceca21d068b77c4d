package be.livc.web.plan;

import be.livc.web.plan.PlanForm.GoalRow;
import be.livc.web.plan.PlanForm.MeasureRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts together what two people changed in the same plan. A form carries the marks of what its editor saw, so that it is
 * known which goals and measures they changed themselves, and whether the review date; where the other changed something
 * else, both changes hold.
 */
@Component
class PlanMerge {

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

    /** Ids of goals and measures are never the same. */
    private static Map<String, Object> parts(PlanForm form) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put(REVIEW, form.reviewDate());
        form.goals().stream().filter(row -> !row.isBlank()).forEach(row -> parts.put(row.id(), row));
        form.measures().stream().filter(row -> !row.id().isEmpty()).forEach(row -> parts.put(row.id(), row));
        return parts;
    }

    private String mark(Object part) {
        CRC32 sum = new CRC32();
        sum.update(json.writeValueAsString(part).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /**
     * Two people's changes in one plan.
     *
     * @param plan with both changes; where both changed the same, as this editor has it
     * @param isSure false when both changed the same, or when it is not known what this editor saw: then a person decides
     */
    record Merged(PlanForm plan, boolean isSure) {}

    /**
     * The plan with both people's changes. What one of them took out while the other changed it stays in.
     *
     * @param marks what this editor saw
     * @param sent what they made of it
     * @param stored what is stored by now
     */
    Merged of(String marks, PlanForm sent, PlanForm stored) {
        Map<String, String> seen = new HashMap<>();
        for (String mark : marks.split(" ")) {
            int at = mark.indexOf('=');
            if (at > 0) {
                seen.put(mark.substring(0, at), mark.substring(at + 1));
            }
        }
        boolean isSure = seen.containsKey(REVIEW);
        Map<String, Object> mine = parts(sent);
        Map<String, Object> theirs = parts(stored);
        Set<String> fromMine = new HashSet<>();
        Set<String> all = new LinkedHashSet<>(theirs.keySet());
        all.addAll(mine.keySet());
        for (String part : all) {
            boolean iChanged = !isAsSeen(seen, part, mine.get(part));
            boolean theyChanged = !isAsSeen(seen, part, theirs.get(part));
            boolean both = iChanged && theyChanged && !Objects.equals(mine.get(part), theirs.get(part));
            isSure &= !both;
            if (both ? mine.containsKey(part) : iChanged) {
                fromMine.add(part);
            }
        }
        return new Merged(merged(all, fromMine, sent, stored), isSure);
    }

    private boolean isAsSeen(Map<String, String> seen, String part, @Nullable Object now) {
        return Objects.equals(seen.get(part), now == null ? null : mark(now));
    }

    private static PlanForm merged(Set<String> all, Set<String> fromMine, PlanForm sent, PlanForm stored) {
        List<GoalRow> goals = new ArrayList<>();
        List<MeasureRow> measures = new ArrayList<>();
        for (String id : all) {
            PlanForm side = fromMine.contains(id) ? sent : stored;
            side.goals().stream().filter(row -> row.id().equals(id)).forEach(goals::add);
            side.measures().stream().filter(row -> row.id().equals(id)).forEach(measures::add);
        }
        sent.measures().stream().filter(row -> row.id().isEmpty()).forEach(measures::add);
        return new PlanForm(
                goals, measures, (fromMine.contains(REVIEW) ? sent : stored).reviewDate(), stored.version());
    }
}
