package be.livc.document;

import java.io.Closeable;

/** Looks for malware in files that stream by. */
interface Scanner {

    /** What a scan found. */
    enum Finding {
        CLEAN,
        INFECTED,
        /** The scanner could not be reached, or gave up. */
        UNKNOWN,
        /** No scanner is set. */
        NONE
    }

    /** The scan of one file. Its methods never throw for what the scanner does: that is {@link Finding#UNKNOWN}. */
    interface Scan extends Closeable {

        /** The next bytes of the file. */
        void feed(byte[] bytes, int offset, int length);

        /** After the last: what was found. */
        Finding finish();

        @Override
        void close();
    }

    /** Begins to scan a file. */
    Scan begin();
}
