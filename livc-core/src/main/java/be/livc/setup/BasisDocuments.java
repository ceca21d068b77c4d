package be.livc.setup;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.WhoSees;
import be.livc.cell.Actor;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasisId;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The signed documents behind legal bases: one PDF at a time, sealed. A newer one takes the place of the one before, which stays
 * in the database.
 */
@Component
public class BasisDocuments {

    /** The largest document that is taken, in bytes. */
    public static final int LARGEST = 5 * 1024 * 1024;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** What is known of a document without opening it. */
    public record Kept(UUID id, int bytes, Instant addedAt) {}

    private final LegalBases bases;
    private final Access access;
    private final WhoSees whoSees;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final Vault vault;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    BasisDocuments(
            LegalBases bases,
            Access access,
            WhoSees whoSees,
            Entitlements entitlements,
            Ledger ledger,
            Vault vault,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.bases = bases;
        this.access = access;
        this.whoSees = whoSees;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.vault = vault;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Keeps the signed document of a basis.
     *
     * @throws Refusal when there is no such basis, or it is no PDF of at most {@link #LARGEST} bytes
     */
    @Transactional
    public void attach(Actor actor, LegalBasisId basis, byte[] pdf) {
        Grant grant = access.toAct(actor, Act.CONFIGURE_CELL, "legal-basis", basis.value());
        if (bases.find(basis).isEmpty()) {
            throw access.denied(actor, "legal-basis", basis.value());
        }
        if (pdf.length > LARGEST || !Arrays.equals(PDF, Arrays.copyOf(pdf, PDF.length))) {
            throw Refusal.invalid("document", "not-a-pdf");
        }
        UUID id = Ids.next();
        vault.bornWith(id, grant);
        Sealed sealed = vault.seal(Base64.getEncoder().encodeToString(pdf), place(id), grant);
        entitlements.protect(
                ObjectType.BASIS_DOCUMENT, id, Optional.empty(), Optional.empty(), Optional.of(actor.mandate()));
        jdbc.update(
                "insert into basis_document (cell_id, id, basis_id, document_sealed, bytes, added_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                CurrentCell.require().value(),
                id,
                basis.value(),
                sealed.toColumn(),
                pdf.length,
                Timestamp.from(clock.instant()));
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Act.CONFIGURE.action())
                .on("legal-basis", basis.value())
                .forPurpose("configuration")
                .because("document-attached"));
    }

    private static Place place(UUID id) {
        return new Place(CurrentCell.require(), id, "basis_document", "document", id);
    }

    /** The document of a basis, where it has one; nothing is opened. */
    @Transactional(readOnly = true)
    public Optional<Kept> of(LegalBasisId basis) {
        return jdbc
                .query(
                        "select id, bytes, added_at from basis_document where cell_id = ? and basis_id = ?"
                                + " order by added_at desc, id desc limit 1",
                        (row, n) -> new Kept(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                row.getTimestamp(3).toInstant()),
                        CurrentCell.require().value(),
                        basis.value())
                .stream()
                .findFirst();
    }

    /** Whether there is a document that this reader may open: who runs the cell, and who attached it. */
    @Transactional(readOnly = true)
    public boolean isThereFor(Actor reader, LegalBasisId basis) {
        return of(basis).filter(kept -> whoSees.sees(reader, kept.id())).isPresent();
    }

    /**
     * The PDF itself; the read stands in the ledger before it opens.
     *
     * @throws Refusal not found, when there is none or it is not for this reader
     */
    public byte[] open(Actor reader, LegalBasisId basis) {
        record Loaded(Sealed sealed, Sight sight) {}
        Loaded loaded = transactions.execute(tx -> {
            UUID id = of(basis).map(Kept::id).orElseThrow(() -> access.denied(reader, "legal-basis", basis.value()));
            Sight sight = access.toRead(reader, ObjectType.BASIS_DOCUMENT, id);
            byte[] column = Objects.requireNonNull(jdbc.queryForObject(
                    "select document_sealed from basis_document where cell_id = ? and id = ?",
                    byte[].class,
                    CurrentCell.require().value(),
                    id));
            return new Loaded(Sealed.fromColumn(column).at(place(id)), sight);
        });
        return Base64.getDecoder()
                .decode(vault.open(loaded.sealed(), loaded.sight().grant()));
    }
}
