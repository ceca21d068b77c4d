package be.livc.web.document;

import be.livc.document.AddDocument;
import be.livc.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;

/**
 * An upload, read up to its file: the fields that stood before it, and the file as a stream. Fields after the file are not
 * read.
 */
public final class Upload {

    private static final int LONGEST_FIELD = 4096;
    private static final int MOST_FIELDS = 200;

    /** What is said before a field or file: a file name of 255 signs, the longest that a disk takes, fits in any script. */
    private static final int LONGEST_HEADING = 2048;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private Optional<FileItemStream> file = Optional.empty();
    private Refusal without = Refusal.invalid("file", "required");

    private Upload() {}

    /** Reads the fields and stops at the file. What is wrong with the file is told where it is asked for. */
    public static Upload of(HttpServletRequest request) {
        Upload upload = new Upload();
        try {
            FileUpload parser = new FileUpload();
            parser.setPartHeaderSizeMax(LONGEST_HEADING);
            upload.read(parser.getItemIterator(new Body(request)));
        } catch (SizeLimitExceededException heading) {
            upload.without = Refusal.invalid("file", "document-name-too-long");
        } catch (FileUploadException malformed) {
            upload.without = Refusal.invalid("file", "document-broken");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return upload;
    }

    private void read(FileItemIterator parts) throws FileUploadException, IOException {
        for (int n = 0; n < MOST_FIELDS && file.isEmpty() && parts.hasNext(); n++) {
            FileItemStream part = parts.next();
            if (part.isFormField()) {
                try (InputStream value = part.openStream()) {
                    fields.computeIfAbsent(part.getFieldName(), name -> new ArrayList<>())
                            .add(new String(value.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8));
                }
            } else {
                file = Optional.of(part);
            }
        }
    }

    /** The values of a field, in order; none where it was not sent. */
    List<String> all(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** Whether a box was ticked. */
    boolean ticked(String field) {
        return all(field).contains("true");
    }

    /**
     * The file, to be read once.
     *
     * @throws Refusal invalid {@code file}, when there is none, its name is too long or the body could not be read
     */
    public AddDocument document(boolean secret) {
        FileItemStream sent = file.orElseThrow(() -> without);
        try {
            return new AddDocument(Objects.requireNonNullElse(sent.getName(), ""), secret, sent.openStream());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The body as the parser asks for it. */
    private record Body(HttpServletRequest request) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public String getContentType() {
            return String.valueOf(request.getAttribute(StreamedUploads.TYPE));
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return request.getInputStream();
        }
    }
}
