package be.livc.insight;

import be.livc.insight.CellCounts.Count;
import be.livc.insight.DisclosureControl.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The counts of all indicators in one quarter, by cell and category, with every sum of them; shown only after disclosure
 * control, for all tables at once.
 *
 * <pre>
 *   each cell:      total = category + category + …       (two breakdowns of the same thing share their total)
 *   each category:  all cells = cell + cell + …
 *   each cell:      open before + opened = open now + closed            (the line between two quarters; for each age too)
 *   each cell:      closed because handed over = handed over in time + late
 * </pre>
 */
final class Tables {

    /** For all cells, or all categories, together. */
    static final String ALL = "*";

    /** Where a count stands. */
    record Place(String indicator, String source, String category) {}

    /** What is broken down a second time, under a code of its own: the total is that of the first. */
    private static final Map<String, String> SECOND = Map.of(
            "SIGNAL_AGES", "SIGNALS",
            "ASSESSMENT_TIMES", "ASSESSMENTS",
            "CASES_OPENED_AGES", "CASES_OPENED",
            "CASES_CLOSED_AGES", "CASES_CLOSED",
            "CASES_OPEN_AGES", "CASES_OPEN",
            "CASE_DURATIONS", "CASES_CLOSED",
            "PARTNERS", "INVITATIONS",
            "REQUEST_TERMS", "REQUESTS");

    static final String CLOSED = "CASES_CLOSED";
    static final String OPEN = "CASES_OPEN";
    static final String UNKNOWN = "UNKNOWN";

    static final String HANDED_OVER = "HANDED_OVER";
    static final String HANDOVERS = "HANDOVERS";
    static final List<String> TAKEN_OVER = List.of("ACCEPTED_IN_TIME", "ACCEPTED_LATE");

    private final List<String> indicators;
    private final TreeSet<String> sources = new TreeSet<>();
    private final Map<String, TreeSet<String>> categories = new TreeMap<>();
    private final Map<Place, Integer> counts = new HashMap<>();
    private final Map<Place, Integer> index = new LinkedHashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private final BitSet never = new BitSet();
    private int[] values = new int[0];

    Tables(List<String> indicators) {
        this.indicators = indicators;
        indicators.forEach(indicator -> categories.put(indicator, new TreeSet<>()));
        // Always all of them: what is open of an age hangs together with the quarter before, also when it is nothing
        // now.
        flows().filter(flow -> !flow.category().equals(ALL))
                .forEach(flow -> Stream.of(flow.open(), flow.opened(), flow.closed())
                        .forEach(indicator -> categoriesOf(indicator).add(flow.category())));
    }

    private Stream<Flow> flows() {
        return Flow.EACH.stream().filter(flow -> indicators.contains(flow.open()));
    }

    /** The indicator whose total it shares; itself, mostly. */
    static String first(String indicator) {
        return SECOND.getOrDefault(indicator, indicator);
    }

    /** Adds what a cell counted. A cell without any counts as well: it is in the tables with nothing. */
    void add(String source, Collection<Count> counted) {
        sources.add(source);
        counted.stream()
                .filter(one -> !SECOND.containsKey(one.indicator()))
                .forEach(one -> put(source, one.indicator(), one.category(), one.count()));
        SECOND.forEach((second, first) -> addSecond(source, counted, second, sum(counted, first)));
    }

    /** What the second breakdown does not tell is unknown; all of it is when it tells of more than there is. */
    private void addSecond(String source, Collection<Count> counted, String second, int total) {
        int told = sum(counted, second);
        if (told <= total) {
            counted.stream()
                    .filter(one -> one.indicator().equals(second))
                    .forEach(one -> put(source, second, one.category(), one.count()));
        }
        int rest = told <= total ? total - told : total;
        if (rest > 0) {
            put(source, second, UNKNOWN, rest);
        }
    }

    private static int sum(Collection<Count> counted, String indicator) {
        return counted.stream()
                .filter(one -> one.indicator().equals(indicator))
                .mapToInt(Count::count)
                .sum();
    }

    private void put(String source, String indicator, String category, int count) {
        if (!categories.containsKey(indicator)) {
            return;
        }
        counts.merge(new Place(indicator, ALL, ALL), SECOND.containsKey(indicator) ? 0 : count, Integer::sum);
        counts.merge(new Place(indicator, source, ALL), SECOND.containsKey(indicator) ? 0 : count, Integer::sum);
        if (!category.equals(ALL)) {
            categories.getOrDefault(indicator, new TreeSet<>()).add(category);
            counts.merge(new Place(indicator, ALL, category), count, Integer::sum);
            counts.merge(new Place(indicator, source, category), count, Integer::sum);
        }
    }

    /**
     * Every count and sum; empty where it is suppressed.
     *
     * @param earlier what the quarters before showed, one after the other up to this one
     * @param openToo whether open cases may be shown at all
     */
    Map<Place, Optional<Integer>> published(List<Map<Place, Optional<Integer>>> earlier, boolean openToo) {
        lay();
        lines();
        EarlierQuarters before = new EarlierQuarters(earlier, index.size());
        List<Sum> history = new ArrayList<>();
        flows().forEach(flow -> {
            if (before.tellOf(flow.open())) {
                everywhere().forEach(source -> history.add(lineFromTheQuarterBefore(before, flow, source)));
            }
            if (!openToo) {
                everywhere().forEach(source -> never.set(at(flow.open(), source, flow.category())));
            }
        });
        if (!history.isEmpty()) {
            history.addAll(before.sums());
        }
        BitSet suppressed = DisclosureControl.suppress(question(before, history));
        Map<Place, Optional<Integer>> published = new LinkedHashMap<>();
        for (String indicator : indicators) {
            for (String source : everywhere().toList()) {
                Stream.concat(Stream.of(ALL), categoriesOf(indicator).stream()).forEach(category -> {
                    int at = at(indicator, source, category);
                    published.put(
                            new Place(indicator, source, category),
                            suppressed.get(at) ? Optional.empty() : Optional.of(values[at]));
                });
            }
        }
        return published;
    }

    private Stream<String> everywhere() {
        return Stream.concat(Stream.of(ALL), sources.stream());
    }

    private TreeSet<String> categoriesOf(String indicator) {
        return categories.getOrDefault(indicator, new TreeSet<>());
    }

    private void lay() {
        for (String indicator : indicators) {
            everywhere().forEach(source -> {
                index.putIfAbsent(total(indicator, source), index.size());
                categoriesOf(indicator)
                        .forEach(category -> index.put(new Place(indicator, source, category), index.size()));
            });
        }
        values = new int[index.size()];
        index.forEach((place, at) -> values[at] = counts.getOrDefault(place, 0));
    }

    private static Place total(String indicator, String source) {
        return new Place(first(indicator), source, ALL);
    }

    private int at(String indicator, String source, String category) {
        return index.getOrDefault(
                category.equals(ALL) ? total(indicator, source) : new Place(indicator, source, category), -1);
    }

    private void lines() {
        for (String indicator : indicators) {
            if (!SECOND.containsKey(indicator)) {
                overCells(indicator, ALL);
            }
            categoriesOf(indicator).forEach(category -> overCells(indicator, category));
            if (!categoriesOf(indicator).isEmpty()) {
                everywhere()
                        .forEach(source -> relations.add(new Relation(
                                at(indicator, source, ALL),
                                categoriesOf(indicator).stream()
                                        .map(category -> at(indicator, source, category))
                                        .toList(),
                                false)));
            }
        }
        everywhere().forEach(this::lineOfHandOvers);
    }

    private void lineOfHandOvers(String source) {
        int gone = at(CLOSED, source, HANDED_OVER);
        List<Integer> taken = TAKEN_OVER.stream()
                .map(category -> at(HANDOVERS, source, category))
                .filter(place -> place >= 0)
                .toList();
        if (gone >= 0
                && !taken.isEmpty()
                && values[gone]
                        == taken.stream().mapToInt(place -> values[place]).sum()) {
            relations.add(new Relation(gone, taken, false));
        }
    }

    private void overCells(String indicator, String category) {
        relations.add(new Relation(
                at(indicator, ALL, category),
                sources.stream().map(source -> at(indicator, source, category)).toList(),
                true));
    }

    /**
     * Of a cell of which the quarter before showed how many cases were open, everybody can work out how many are open now as
     * long as it is shown what was opened and closed; that line is a line like the others. Once it is broken nothing is shown
     * of the cell's open cases any more: what came between could be worked out from it.
     */
    private Sum lineFromTheQuarterBefore(EarlierQuarters before, Flow flow, String source) {
        int opened = at(flow.opened(), source, flow.category());
        int closed = at(flow.closed(), source, flow.category());
        int open = at(flow.open(), source, flow.category());
        Place its = new Place(flow.open(), source, flow.category());
        boolean addsUp = before.openBefore(its)
                .filter(count -> count + values[opened] == values[open] + values[closed])
                .isPresent();
        if (addsUp) {
            relations.add(new Relation(opened, List.of(open, closed), false));
        } else {
            never.set(open);
        }
        Sum.Adding line = new Sum.Adding().count(1, open).count(1, closed).count(-1, opened);
        before.addOpenBefore(line, its);
        return line.isNothing();
    }

    private DisclosureControl.Question question(EarlierQuarters before, List<Sum> history) {
        int places = index.size();
        Map<Integer, List<Integer>> beside = new HashMap<>();
        if (!history.isEmpty()) {
            for (int i = 0; i < before.places().size(); i++) {
                never.set(places + i);
                beside.put(places + i, ofCases(before.places().get(i)));
            }
            flows().forEach(flow -> everywhere().forEach(source -> {
                Place open = new Place(flow.open(), source, flow.category());
                ofFlow(flow, source).forEach(place -> beside.put(place, ofCases(open)));
            }));
        }
        return new DisclosureControl.Question(
                Arrays.copyOf(
                        values,
                        places + (history.isEmpty() ? 0 : before.places().size())),
                places,
                relations,
                history,
                never,
                beside);
    }

    /**
     * What can be left out to keep apart what two quarters tell of a cell: of the cases of that age first, then of all its
     * cases; of all cells together at last.
     */
    private List<Integer> ofCases(Place place) {
        return Stream.concat(flows().filter(flow -> flow.has(place)), Stream.of(Flow.CASES))
                .distinct()
                .flatMap(flow -> Stream.of(place.source(), ALL).flatMap(source -> ofFlow(flow, source)))
                .toList();
    }

    private Stream<Integer> ofFlow(Flow flow, String source) {
        return Stream.of(flow.closed(), flow.opened(), flow.open())
                .map(indicator -> at(indicator, source, flow.category()))
                .filter(place -> place >= 0);
    }
}
