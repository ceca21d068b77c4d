package be.livc.access;

import be.livc.cell.Cell;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the files of people who are called like somebody of the cell: a colleague, or whoever reads the file. Who holds the names
 * implements it.
 *
 * <p>The program asks it, on nobody's behalf, under a grant and an entry of its own. Names are compared in memory; what comes out
 * are ids of cases, which say about a person that they are called like somebody whose name is no secret. So these ids are for the
 * DPO alone, and are kept in no table.
 */
public interface AlikeNames {

    /**
     * The cases of the bound cell whose subject is called like one of these, by name.
     *
     * @param least how alike at least, from 0 to 1
     */
    Map<String, Set<UUID>> casesOf(Cell here, Collection<String> names, double least);
}
