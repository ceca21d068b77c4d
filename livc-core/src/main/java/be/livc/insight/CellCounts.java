package be.livc.insight;

import java.util.List;

/**
 * Counts what happened in the bound cell. Who holds the records implements it; it gives numbers and codes only, never a
 * duration or an average: how long something took is a count per band.
 */
public interface CellCounts {

    /**
     * How often.
     *
     * @param indicator what is counted, a code of {@link Figures#INDICATORS}, or {@link Figures#QUESTIONS}
     * @param category how it is told apart, a code; {@link Figures#ALL} where it is not
     */
    record Count(String indicator, String category, int count) {}

    /** Everything that happened in the bound cell in a quarter. */
    List<Count> in(Quarter quarter);

    /** The quarter is published: of what ended before its end, nothing is kept any more that was kept only to be counted. */
    void published(Quarter quarter);
}
