package be.livc.web.signin;

import be.livc.cell.UserId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody is signed in, in browsers and with tokens: ends it everywhere at once when their password is another. */
@Component
class OpenSessions {

    private final ApiTokens tokens;
    private final JdbcTemplate jdbc;

    OpenSessions(ApiTokens tokens, JdbcTemplate jdbc) {
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    /** Ends every session and token. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(UserId user) {
        endOthers(user, "");
    }

    /**
     * Ends every token and every session but one.
     *
     * @param session the id of the one that goes on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endOthers(UserId user, String session) {
        tokens.revokeAll(user);
        jdbc.update(
                "delete from spring_session where principal_name = ? and session_id <> ?",
                new SignedIn(user.value()).getName(),
                session);
    }
}
