package be.livc.document;

import be.livc.platform.Refusal;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The text of a PDF, page after page. Nothing in it is run. It is read on a thread of its own, two files at once at most, within
 * bounds of memory and time: what a file asks beyond them is an answer too.
 */
final class PdfText {

    private static final int MOST_PAGES = 200;
    private static final int MOST_CHARACTERS = 250_000;
    private static final long MEMORY = 64L << 20;
    private static final long SECONDS = 20;

    private static final ExecutorService READERS = readers();

    private PdfText() {}

    private static ExecutorService readers() {
        ThreadPoolExecutor readers =
                new ThreadPoolExecutor(2, 2, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(4), task -> {
                    Thread reader = new Thread(task, "pdf-text");
                    reader.setDaemon(true);
                    return reader;
                });
        readers.allowCoreThreadTimeOut(true);
        return readers;
    }

    static String of(byte[] file) throws IOException {
        try {
            Future<String> reading = READERS.submit(() -> read(file));
            try {
                return reading.get(SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException tooLong) {
                reading.cancel(true);
                throw Refusal.invalid("file", "document-bomb");
            }
        } catch (RejectedExecutionException busy) {
            throw Refusal.invalid("file", "document-busy");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            // Whatever a parser of a hostile file stumbles over, the file is what is broken.
            throw Refusal.invalid("file", "document-broken");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static String read(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(file), MemoryUsageSetting.setupMainMemoryOnly(MEMORY).streamCache)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw Refusal.invalid("file", "document-too-large");
            }
            StringBuilder text = new StringBuilder();
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                if (Thread.currentThread().isInterrupted() || text.length() > MOST_CHARACTERS) {
                    throw Refusal.invalid("file", "document-too-large");
                }
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                text.append(stripper.getText(document)).append("\n\n");
            }
            return text.toString().replaceAll("(?m)^\\s*[•▪‣·]\\s*", "- ");
        } catch (InvalidPasswordException locked) {
            throw Refusal.invalid("file", "document-locked");
        }
    }
}
