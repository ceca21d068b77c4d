package be.livc.insight;

import java.util.List;

/** Counts what happened in the bound cell. Who holds the records implements it; it gives numbers and codes only. */
public interface CellCounts {

    /**
     * How often.
     *
     * @param indicator what is counted, a code of {@link Figures#INDICATORS}
     * @param category how it is told apart, a code
     */
    record Count(String indicator, String category, int count) {}

    /** Everything that happened in the bound cell in a quarter. */
    List<Count> in(Quarter quarter);
}
