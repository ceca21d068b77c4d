package be.livc.web.embedded;

/** Who connects to the built-in server. The last two are made by {@code db/roles.sql}. */
enum Role {
    /** May everything; used to make the other two, and by hand for a repair or a physical backup. */
    SUPERUSER("postgres", "database-superuser"),
    /** Owns the schema and migrates it. */
    OWNER("livc_owner", "database-owner"),
    /** What the program works as: owns nothing, bypasses nothing. */
    PROGRAM("livc_app", "database-program");

    private final String user;
    private final String secret;

    Role(String user, String secret) {
        this.user = user;
        this.secret = secret;
    }

    /** Its name in PostgreSQL. */
    String user() {
        return user;
    }

    /** The name of the {@link Secrets secret} that is its password. */
    String secret() {
        return secret;
    }
}
