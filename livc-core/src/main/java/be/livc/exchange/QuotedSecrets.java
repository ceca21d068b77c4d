package be.livc.exchange;

import be.livc.access.Access;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseView;
import be.livc.casefile.SealedTexts;
import be.livc.cell.Actor;
import be.livc.consultation.Passage;
import be.livc.consultation.Quotes;
import be.livc.platform.Refusal;
import be.livc.vault.Vault;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A form that goes out, beside all that was told in secret on its case, whoever may see it. */
@Component
class QuotedSecrets {

    private final MayRecord mayRecord;
    private final SealedTexts.Source texts;
    private final Vault vault;
    private final Access access;
    private final TransactionTemplate transactions;

    QuotedSecrets(
            MayRecord mayRecord,
            SealedTexts.Source texts,
            Vault vault,
            Access access,
            TransactionTemplate transactions) {
        this.mayRecord = mayRecord;
        this.texts = texts;
        this.vault = vault;
        this.access = access;
        this.transactions = transactions;
    }

    /** Whether it quotes a secret of the case and its author confirmed that; throws while they have not. */
    boolean isIn(Actor actor, RecordExchange asked, CaseView view) {
        record Compared(SealedTexts secrets, Grant grant) {}
        UUID caseId = asked.caseId().value();
        Compared compared = Objects.requireNonNull(transactions.execute(tx -> {
            mayRecord.require(actor, asked, view);
            SealedTexts secrets = texts.secrets(asked.caseId(), List.of());
            return new Compared(secrets, access.toCompare(actor, ObjectType.CASE, caseId, caseId, secrets.ids()));
        }));
        List<String> told = compared.secrets().openForComparison(vault, compared.grant());
        List<Refusal.Reason> quoting = asked.kind().fields().stream()
                .filter(field -> field.type() == Field.Type.TEXT)
                .map(field -> new Refusal.Reason(
                        "quotes-secret",
                        field.name(),
                        Quotes.in(asked.fields().getOrDefault(field.name(), ""), told).stream()
                                .map(Passage::toString)
                                .toList()))
                .filter(reason -> !reason.allowed().isEmpty())
                .toList();
        if (!quoting.isEmpty() && !asked.quotingConfirmed()) {
            throw Refusal.invalid(quoting);
        }
        return !quoting.isEmpty();
    }
}
