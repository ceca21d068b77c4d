package be.livc.web.api;

import be.livc.access.Towns;
import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.Partner;
import be.livc.cell.PartnerId;
import be.livc.cell.Partners;
import be.livc.cell.UserId;
import be.livc.platform.Belgium;
import be.livc.setup.Setup;
import be.livc.web.signin.Passwords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who takes part in the caller's cell: partners, accounts and mandates. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Configuration")
class PartnerCalls {

    /** A partner organisation. */
    record PartnerView(UUID id, String name, String category, String community) {

        static PartnerView of(Partner partner) {
            return new PartnerView(partner.id().value(), partner.name(), partner.category(), partner.community());
        }
    }

    /** A mandate; {@code user} is the id of the account, null when the coordinator records for the person. */
    record MandateView(
            UUID id,
            @Nullable UUID user,
            String person,
            PartnerView partner,
            String capacity,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean running) {}

    /** Asks for a partner. */
    record NewPartner(@Nullable String name, @Nullable String category, @Nullable String community) {}

    /** Whose rules bind the professional secret of a partner. */
    record NewCommunity(@Nullable String community) {}

    /** Asks for an account. */
    record NewUser(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String password,
            @Nullable String locale) {}

    /** An account. */
    record UserView(UUID id, String username, String displayName, String locale) {}

    /** Asks for a mandate; {@code user} is the id or the sign-in name of an account. */
    record NewMandate(
            @Nullable String user,
            @Nullable String person,
            @Nullable String partner,
            @Nullable String capacity,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable String clearanceUntil) {}

    /** The towns of the cell (NIS codes) that a mandate acts for; none for all. */
    record NewTowns(@Nullable List<@Nullable String> municipalities) {}

    /** The towns that a mandate acts for; none for all. */
    record TownsView(UUID mandate, List<String> municipalities) {}

    /** The last day of a security clearance. */
    record NewClearance(@Nullable String until) {}

    private final Partners partners;
    private final Mandates mandates;
    private final Setup setup;
    private final Towns towns;
    private final Passwords passwords;
    private final Clock clock;

    PartnerCalls(Partners partners, Mandates mandates, Setup setup, Towns towns, Passwords passwords, Clock clock) {
        this.partners = partners;
        this.mandates = mandates;
        this.setup = setup;
        this.towns = towns;
        this.passwords = passwords;
        this.clock = clock;
    }

    @GetMapping("/partners")
    @Operation(summary = "The partners of the own cell, by name")
    Slice<PartnerView> partners(Actor actor, Paging paging) {
        return Slice.of(partners.all(), paging, partner -> partner.id().toString(), PartnerView::of);
    }

    @GetMapping("/mandates")
    @Operation(summary = "The mandates of the own cell, by name of the person")
    Slice<MandateView> mandates(Actor actor, Paging paging) {
        return Slice.of(mandates.all(), paging, mandate -> mandate.id().toString(), this::view);
    }

    private MandateView view(Mandate mandate) {
        return new MandateView(
                mandate.id().value(),
                mandate.user().map(UserId::value).orElse(null),
                mandate.person(),
                PartnerView.of(mandate.partner()),
                mandate.capacity().name(),
                mandate.validFrom(),
                mandate.validTo().orElse(null),
                mandate.runsAt(clock.instant()));
    }

    @PutMapping("/mandates/{id}/municipalities")
    @Operation(
            summary = "Let a mandate act for some towns of a shared cell only; none for all",
            description = "Its capacity then sees the cases of those towns; 422 not-of-this-cell")
    TownsView actsFor(Actor actor, @PathVariable UUID id, @RequestBody NewTowns asked) {
        MandateId mandate = new MandateId(id);
        towns.actsFor(actor, mandate, new LinkedHashSet<>(Fields.texts(asked.municipalities())));
        return new TownsView(id, List.copyOf(towns.of(mandate)));
    }

    @PostMapping("/partners")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a partner to the own cell")
    PartnerView addPartner(Actor actor, @RequestBody NewPartner asked) {
        Fields fields = new Fields();
        String name = fields.text("name", asked.name());
        String category = fields.text("category", asked.category());
        fields.check();
        return PartnerView.of(setup.addPartner(
                actor, name, category, Fields.maybe(asked.community()).orElse("FLEMISH")));
    }

    @PutMapping("/partners/{id}/community")
    @Operation(
            summary = "Correct whose rules bind the professional secret of a partner",
            description = "A code of the list communities; it counts for what is told from now on")
    PartnerView correctCommunity(Actor actor, @PathVariable UUID id, @RequestBody NewCommunity asked) {
        return PartnerView.of(setup.correctCommunity(
                actor, new PartnerId(id), Fields.maybe(asked.community()).orElse("")));
    }

    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open an account")
    UserView addUser(Actor actor, @RequestBody NewUser asked) {
        Fields fields = new Fields();
        String username = fields.text("username", asked.username());
        String displayName = Fields.maybe(asked.displayName()).orElse(username);
        String password = fields.text("password", asked.password());
        fields.check();
        Account account = setup.openAccount(
                actor,
                username,
                displayName,
                passwords.chosen("password", username, password),
                Fields.maybe(asked.locale()).orElse("nl"));
        return new UserView(account.id().value(), account.username(), account.displayName(), account.locale());
    }

    @PostMapping("/mandates")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Give a mandate in the own cell; without a user the coordinator records for the person")
    MandateView giveMandate(Actor actor, @RequestBody NewMandate asked) {
        Fields fields = new Fields();
        String person = fields.text("person", asked.person());
        PartnerId partner = new PartnerId(fields.id("partner", asked.partner(), "unknown-partner"));
        Capacity capacity = fields.code("capacity", asked.capacity(), Capacity.class);
        Optional<UserId> user = Fields.maybe(asked.user()).map(text -> user(fields, text));
        LocalDate from = fields.maybeDay("validFrom", asked.validFrom())
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), Belgium.TIME));
        Optional<LocalDate> to = fields.maybeDay("validTo", asked.validTo());
        Optional<LocalDate> cleared = fields.maybeDay("clearanceUntil", asked.clearanceUntil());
        fields.check();
        return view(setup.giveMandate(actor, new GiveMandate(user, person, partner, capacity, from, to, cleared)));
    }

    private UserId user(Fields fields, String text) {
        return setup.userNamed(text).orElseGet(() -> new UserId(fields.id("user", text, "unknown-user")));
    }

    @PostMapping("/mandates/{id}/clearance")
    @Operation(summary = "Record until when a security clearance was attested; one that has lapsed suspends the role")
    MandateView attestClearance(Actor actor, @PathVariable UUID id, @RequestBody NewClearance asked) {
        Fields fields = new Fields();
        LocalDate until = fields.day("until", asked.until());
        fields.check();
        return view(setup.attestClearance(actor, new MandateId(id), until));
    }

    @PostMapping("/mandates/{id}/end")
    @Operation(summary = "End a mandate now; its holder sees nothing more from the next request on")
    MandateView endMandate(Actor actor, @PathVariable UUID id) {
        return view(setup.endMandate(actor, new MandateId(id)));
    }
}
