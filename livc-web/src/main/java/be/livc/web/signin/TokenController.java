package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The sign-in of other programs. */
@RestController
@Tag(name = "Sign-in")
class TokenController {

    static final String PATH = "/api/v1/tokens";

    /** Who asks for a token. */
    record TokenRequest(
            @Nullable String username,
            @Nullable String password,
            @Schema(description = "Code of the person's device, or one on paper, where the account asks for it")
                    @Nullable
                    String otp,
            @Schema(description = "Id or name of the cell to work in; without it the first in which a mandate runs")
                    @Nullable
                    String cell) {}

    /** A token, with whom it stands for. */
    @Schema(name = "Token")
    record TokenView(
            @Schema(description = "Send it as Authorization: Bearer; it is shown once") String token,
            Instant expiresAt,
            @Schema(description = "Sign-in name") String user,
            @Schema(description = "Id of the cell") UUID cell,
            List<Capacity> roles) {}

    private final SignIn signIn;
    private final SecondStep step;
    private final ApiTokens tokens;
    private final SignInBook book;
    private final Sources sources;

    TokenController(SignIn signIn, SecondStep step, ApiTokens tokens, SignInBook book, Sources sources) {
        this.signIn = signIn;
        this.step = step;
        this.tokens = tokens;
        this.book = book;
        this.sources = sources;
    }

    /** Exchanges a password for a token. */
    @PostMapping(PATH)
    @Operation(
            summary = "Sign in",
            description = "Unknown users, wrong passwords and people without a running mandate get the same answer.")
    @ApiResponse(
            responseCode = "201",
            description = "A token, good for eight hours",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = TokenView.class)))
    @ApiResponse(
            responseCode = "401",
            description =
                    "bad-credentials, of a wrong otp too; otp-required: the account asks for one and none was sent")
    @ApiResponse(
            responseCode = "403",
            description =
                    "To be done on the screen first. password-to-choose: an administrator gave this password, choose"
                            + " your own; second-factor-to-set: make your device known, outside the demo")
    @ApiResponse(responseCode = "429", description = "too-many-attempts; Retry-After says how many seconds to wait")
    ResponseEntity<?> issue(@RequestBody TokenRequest asked, HttpServletRequest request) {
        String username = required("username", asked.username());
        String password = required("password", asked.password());
        try {
            RequestSource source = sources.of(request);
            return signIn.attempt(username, password, Optional.ofNullable(asked.cell()), source)
                    .<ResponseEntity<?>>map(admitted -> issued(admitted, asked.otp(), source))
                    .orElseGet(() -> refused(HttpStatus.UNAUTHORIZED, "bad-credentials"));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.TOO_MANY) {
                throw refusal;
            }
            Problem problem = Problem.of(HttpStatus.TOO_MANY_REQUESTS, refusal.code());
            return problem.answer()
                    .header(HttpHeaders.RETRY_AFTER, SignIn.secondsToWait(refusal))
                    .body(problem);
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.invalid(field, "required");
        }
        return value;
    }

    private ResponseEntity<?> issued(SignIn.Admitted admitted, @Nullable String otp, RequestSource source) {
        Account account = admitted.account();
        if (account.hasPasswordToChoose()) {
            return refused(HttpStatus.FORBIDDEN, "password-to-choose");
        }
        if (step.isMissing(account)) {
            return refused(HttpStatus.FORBIDDEN, "second-factor-to-set");
        }
        if (account.secondFactorSince().isPresent()) {
            if (otp == null || otp.isBlank()) {
                return refused(HttpStatus.UNAUTHORIZED, "otp-required");
            }
            CellId cell = admitted.relations().get(0).cell().id();
            return step.judge(account, otp, Optional.of(cell), source)
                    .<ResponseEntity<?>>map(by -> issued(admitted, by))
                    .orElseGet(() -> refused(HttpStatus.UNAUTHORIZED, "bad-credentials"));
        }
        return issued(admitted, SignedInBy.PASSWORD);
    }

    private ResponseEntity<TokenView> issued(SignIn.Admitted admitted, SignedInBy by) {
        Actor actor = admitted.relations().get(0).actor();
        book.tookToken(actor, by);
        ApiTokens.Issued issued = tokens.issue(actor.user(), actor.cell());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new TokenView(
                        issued.token(),
                        issued.expiresAt(),
                        admitted.account().username(),
                        actor.cell().value(),
                        List.of(actor.capacity())));
    }

    private static ResponseEntity<Problem> refused(HttpStatus status, String code) {
        Problem problem = Problem.of(status, code);
        return problem.answer().body(problem);
    }

    /** Makes the token of this very call worthless. */
    @DeleteMapping(PATH + "/current")
    @Operation(summary = "Sign out")
    @ApiResponse(responseCode = "204", description = "The token is good no longer")
    ResponseEntity<Void> revoke(Actor actor, HttpServletRequest request) {
        TokenActorFilter.tokenOf(request).ifPresent(tokens::revoke);
        book.wentOut(actor, "api-token");
        return ResponseEntity.noContent().build();
    }
}
