package be.livc.web.layout;

import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Texts that are others in a prison, which has no list of cases that a mayor draws up: they stand under the same key with {@code
 * .PIVC} behind it.
 */
@Component
public class PrisonWords {

    private final Cells cells;
    private final MessageSource messages;

    /** Asked once for each cell: what a cell is never changes, and a list asks for each of its lines. */
    private final Map<CellId, CellKind> kinds = new ConcurrentHashMap<>();

    PrisonWords(Cells cells, MessageSource messages) {
        this.cells = cells;
        this.messages = messages;
    }

    /** What stands under the key for people of the bound cell; empty when nothing does. */
    public Optional<String> text(String key, Locale locale) {
        return ofPrison(key, locale).or(() -> find(key, locale));
    }

    private Optional<String> ofPrison(String key, Locale locale) {
        return find(key + ".PIVC", locale)
                .filter(words -> CurrentCell.get().filter(this::isPrison).isPresent());
    }

    private boolean isPrison(CellId cell) {
        return kinds.computeIfAbsent(cell, id -> cells.find(id).map(Cell::kind).orElseThrow()) == CellKind.PIVC;
    }

    private Optional<String> find(String key, Locale locale) {
        @Nullable String none = null;
        return Optional.ofNullable(messages.getMessage(key, null, none, locale));
    }
}
