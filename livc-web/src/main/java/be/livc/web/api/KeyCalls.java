package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.vault.KeyReport;
import be.livc.vault.Keys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ages of the keys, and their renewal before its time; for administrators. No key leaves the program. */
@RestController
@RequestMapping("/api/v1/keys")
@Tag(name = "Configuration")
class KeyCalls {

    /** A key; {@code endsAt} is when it was destroyed or will be, null while something living is under it. */
    record KeyView(String name, Instant since, KeyReport.State state, @Nullable Instant endsAt) {

        static KeyView of(KeyReport.Age age) {
            return new KeyView(age.name(), age.since(), age.state(), age.ends().orElse(null));
        }
    }

    /** How many of all are under the newest key. */
    record ProgressView(long done, long all) {

        static ProgressView of(KeyReport.Progress progress) {
            return new ProgressView(progress.done(), progress.all());
        }
    }

    /** All that is told of the keys. */
    record KeysView(
            int backupHorizonDays,
            LocalDate nextMasterKey,
            LocalDate nextCellKey,
            List<KeyView> masterKeys,
            List<KeyView> cellKeys,
            ProgressView caseKeys,
            ProgressView cells) {

        static KeysView of(KeyReport report) {
            return new KeysView(
                    report.horizonDays(),
                    report.nextMasterKey(),
                    report.nextCellKey(),
                    report.masterKeys().stream().map(KeyView::of).toList(),
                    report.cellKeys().stream().map(KeyView::of).toList(),
                    ProgressView.of(report.caseKeys()),
                    ProgressView.of(report.cells()));
        }
    }

    /** Which key: that of the own cell, or the master key of all cells. */
    enum Scope {
        CELL,
        MASTER
    }

    /** Asks for a renewal. */
    record NewRenewal(@Nullable String scope) {}

    private final Keys keys;

    KeyCalls(Keys keys) {
        this.keys = keys;
    }

    @GetMapping
    @Operation(summary = "How old the keys are, how far their renewal is, and when old ones are destroyed")
    KeysView ages(Actor actor) {
        return KeysView.of(keys.report(actor));
    }

    @PostMapping("/renewals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Renew a key now; what lies under it is wrapped anew while everybody works on")
    KeysView renew(Actor actor, @RequestBody NewRenewal asked) {
        Fields fields = new Fields();
        Scope scope = fields.code("scope", asked.scope(), Scope.class);
        fields.check();
        if (scope == Scope.CELL) {
            keys.renewCellKey(actor);
        } else {
            keys.renewMasterKey(actor);
        }
        return ages(actor);
    }
}
