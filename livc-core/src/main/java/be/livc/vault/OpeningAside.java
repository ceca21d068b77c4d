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

/**
 * Opens search records portion by portion on other processors, and reads the names in them, while the next come from the
 * database; puts them into an index on the thread that takes those. That thread opens the newest itself when the others have
 * enough to do.
 */
final class OpeningAside {

    /** Large, since waiting for another core and being woken take as long as opening many records. */
    private static final int PORTION = 400;

    private static final int MOST_UNDERWAY = 8;

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

    /** Opens what nobody else began, and puts all that is left. */
    void finish() {
        begin();
        underway.descendingIterator().forEachRemaining(FutureTask::run);
        while (!underway.isEmpty()) {
            putOldest();
        }
    }

    private void begin() {
        List<Row> rows = portion;
        portion = new ArrayList<>(PORTION);
        FutureTask<List<Opened>> opening =
                new FutureTask<>(() -> rows.stream().map(this::open).toList());
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

    private Opened open(Row row) {
        Place place = SearchIndexes.placeOf(cell, row.at());
        Key key = CaseKeys.unwrap(new RecordId(cell, row.at().record()), row.wrapping(), row.wrapped());
        try {
            byte[] plain = key.open(row.sealed(), place.associatedData());
            SearchRecord record = SearchRecord.of(new String(plain, StandardCharsets.UTF_8));
            return new Opened(row.at(), row.revision(), SearchIndex.Ready.of(record));
        } catch (GeneralSecurityException altered) {
            throw new SealBroken("a search record does not open", place);
        }
    }
}
