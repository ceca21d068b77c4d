package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.cell.Mandates;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds out who somebody is, and in which cells they may work now. The same for the screens and for other programs. */
@Component
class SignIn {

    /**
     * Somebody who gave the right password and has a running mandate.
     *
     * @param relations in which cells and capacities they may work, by name of the cell; at least one
     */
    record Admitted(Account account, List<Relation> relations) {}

    /** One working relation: the cell with who they are in it. */
    record Relation(Cell cell, Actor actor) {}

    private final Accounts accounts;
    private final Cells cells;
    private final Mandates mandates;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SignInBook book;

    SignIn(Accounts accounts, Cells cells, Mandates mandates, Passwords passwords, Attempts attempts, SignInBook book) {
        this.accounts = accounts;
        this.cells = cells;
        this.mandates = mandates;
        this.passwords = passwords;
        this.attempts = attempts;
        this.book = book;
    }

    /**
     * Judges an attempt, and records it when it fails. A wrong password, an unknown name, an account that is closed and a
     * person without a running mandate all get the same answer.
     *
     * @param wanted the cell to work in, by id or name; without it every cell is in question
     * @throws Refusal when too many attempts failed before
     */
    Optional<Admitted> attempt(String username, String password, Optional<String> wanted, RequestSource source) {
        Attempts.Attempt attempt = attempts.begin(username.strip().toLowerCase(Locale.ROOT), source.address());
        Optional<Account> account = named(username);
        boolean right = passwords.matches(password, account.map(Account::passwordHash));
        Optional<Admitted> admitted = account.filter(known -> right && !known.isDisabled())
                .map(known -> new Admitted(known, relations(known, wanted, source)))
                .filter(known -> !known.relations().isEmpty());
        if (admitted.isPresent()) {
            attempts.succeeded(attempt);
        } else {
            Optional<CellId> cell = account.flatMap(known -> cellInQuestion(known, wanted));
            book.turnedAway(account, username, cell, source);
        }
        return admitted;
    }

    /** The database takes no control characters; nobody has them in a name. */
    private Optional<Account> named(String username) {
        return username.chars().anyMatch(Character::isISOControl) ? Optional.empty() : accounts.byUsername(username);
    }

    private List<Relation> relations(Account account, Optional<String> wanted, RequestSource source) {
        return relations(account, source).stream()
                .filter(relation -> wanted.isEmpty() || isNamed(relation.cell(), wanted.get()))
                .toList();
    }

    private static boolean isNamed(Cell cell, String name) {
        return cell.name().equals(name) || cell.id().toString().equals(name);
    }

    /** The cell that a failed attempt concerns: the only one of the account, or of several the one that was named. */
    Optional<CellId> cellInQuestion(Account account, Optional<String> wanted) {
        List<CellId> of = accounts.cellsOf(account.id());
        if (of.size() == 1) {
            return Optional.of(of.get(0));
        }
        return of.stream()
                .flatMap(id -> cells.find(id).stream())
                .filter(cell -> wanted.isPresent() && isNamed(cell, wanted.get()))
                .map(Cell::id)
                .findFirst();
    }

    /** In which cells an account may work now, by name of the cell. */
    List<Relation> relations(Account account, RequestSource source) {
        return accounts.cellsOf(account.id()).stream()
                .flatMap(cell -> relation(account, cell, source).stream())
                .toList();
    }

    /** The cells in which an account could work now if it did not wait for the administrator there, by name. */
    List<Cell> whereWaits(Account account) {
        return mandates.whereWaits(account);
    }

    /** Who an account is in a cell now; empty when it is closed, waits there, or no mandate of it runs there. Asked at every request. */
    Optional<Actor> actor(Account account, CellId cell, RequestSource source) {
        return mandates.actor(account, cell, source);
    }

    /** The same with its cell, to choose among several. */
    private Optional<Relation> relation(Account account, CellId cell, RequestSource source) {
        return actor(account, cell, source).flatMap(actor -> cells.find(cell).map(found -> new Relation(found, actor)));
    }

    /** Says in the answer that too many attempts failed, and how long to wait; throws any other refusal again. */
    static void tellToWait(Refusal refusal, HttpServletResponse response) {
        if (refusal.kind() != Refusal.Kind.TOO_MANY) {
            throw refusal;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, secondsToWait(refusal));
    }

    /** How long to wait, from the refusal that says too many. */
    static String secondsToWait(Refusal refusal) {
        return refusal.reasons().get(0).detail();
    }
}
