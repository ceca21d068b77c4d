package be.livc.web.bench;

/** What the time of a request is spent on. */
enum Layer {
    /** Sealing and opening, with the look-up of keys. */
    VAULT("vault"),
    /** Deciding who may see or do what, with its facts. */
    ACCESS("access"),
    /** Appending the entry: lock, end of the ledger, insert. */
    LEDGER("ledger"),
    /** Waiting until a transaction is on the disk; of a read, only because its entry must be. */
    COMMIT("commit"),
    /** Statements of everything else. */
    SQL("other SQL"),
    /** Web, JSON, mapping of rows. */
    REST("rest");

    private final String title;

    Layer(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
