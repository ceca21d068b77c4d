package be.livc.vault;

import be.livc.platform.CellId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

/**
 * Opens search records portion by portion on other processors, and reads the names in them, while the next come from the
 * database; puts them into an index on the thread that takes those. That thread opens the newest itself when the others have
 * enough to do.
 */
final class OpeningAside {

    /** Not a few, since being woken takes as long as opening some; not many, or who puts them waits for the last of them. */
    private static final int PORTION = 100;

    private static final int MOST_UNDERWAY = 32;

    private record Row(SearchIndex.Key at, long revision, byte[] sealed, Key wrapping, byte[] wrapped) {}

    private record Opened(SearchIndex.Key at, long revision, SearchIndex.Ready ready) {}

    private final CellId cell;
    private final SearchIndex index;
    private final Deque<FutureTask<List<Opened>>> underway = new ArrayDeque<>();
    private List<Row> portion = new ArrayList<>();

    OpeningAside(CellId cell, SearchIndex index) {
        this.cell = cell;
        this.index = index;
    }

    /** Takes one row of the table; throws a {@link SealBroken} when this one or one before does not open. */
    void take(SearchIndex.Key at, long revision, byte[] sealed, Key wrapping, byte[] wrapped) {
        portion.add(new Row(at, revision, sealed, wrapping, wrapped));
        if (portion.size() == PORTION) {
            begin();
        }
        if (underway.size() > MOST_UNDERWAY) {
            underway.getLast().run();
        }
        while (underway.size() > MOST_UNDERWAY
                || (!underway.isEmpty() && underway.getFirst().isDone())) {
            putOldest();
        }
    }

    /** Puts all that is left, as soon as it is open; opens what nobody else began while there is nothing to put. */
    void finish() {
        begin();
        Deque<FutureTask<List<Opened>>> notHelped = new ArrayDeque<>(underway);
        while (!underway.isEmpty()) {
            if (notHelped.isEmpty() || underway.getFirst().isDone()) {
                putOldest();
            } else {
                notHelped.removeLast().run();
            }
        }
    }

    private void begin() {
        List<Row> rows = portion;
        portion = new ArrayList<>(PORTION);
        FutureTask<List<Opened>> opening = new FutureTask<>(() -> open(rows));
        underway.add(opening);
        ForkJoinPool.commonPool().execute(opening);
    }

    private void putOldest() {
        try {
            underway.remove().get().forEach(this::put);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void put(Opened one) {
        index.put(one.at(), one.revision(), one.ready());
    }

    /** All keys first: the cipher that unwraps them makes itself ready for the key of the cell once, not for each. */
    private List<Opened> open(List<Row> rows) {
        List<Key> keys = rows.stream()
                .map(row -> CaseKeys.unwrap(new RecordId(cell, row.at().record()), row.wrapping(), row.wrapped()))
                .toList();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> open(rows.get(i), keys.get(i)))
                .toList();
    }

    private Opened open(Row row, Key key) {
        Place place = SearchIndexes.placeOf(cell, row.at());
        try {
            byte[] plain = key.open(row.sealed(), place.associatedData());
            SearchRecord record = SearchRecord.of(new String(plain, StandardCharsets.UTF_8));
            return new Opened(row.at(), row.revision(), SearchIndex.Ready.of(record));
        } catch (GeneralSecurityException altered) {
            throw new SealBroken("a search record does not open", place);
        }
    }
}
