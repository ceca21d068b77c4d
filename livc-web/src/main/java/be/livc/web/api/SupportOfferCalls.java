package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.desk.SupportOffers;
import be.livc.desk.SupportOffers.About;
import be.livc.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The directory of support offers; a measure refers to one by its code. */
@RestController
@RequestMapping("/api/v1/support-offers")
@Tag(name = "Support offers")
class SupportOfferCalls {

    /** An offer. */
    record OfferView(
            String code,
            String kind,
            String name,
            String organisation,
            String region,
            String text,
            String contact,
            @Nullable LocalDate endedOn) {

        static OfferView of(SupportOffers.Offer offer) {
            About about = offer.about();
            return new OfferView(
                    offer.code(),
                    about.kind(),
                    about.name(),
                    about.organisation(),
                    about.region(),
                    about.text(),
                    about.contact(),
                    offer.endedOn().orElse(null));
        }
    }

    /** Adds an offer. */
    record NewOffer(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String organisation,
            @Nullable String region,
            @Nullable String text,
            @Nullable String contact) {}

    private final SupportOffers offers;

    SupportOfferCalls(SupportOffers offers) {
        this.offers = offers;
    }

    @GetMapping
    @Operation(summary = "All offers, of one kind or region where these are named")
    List<OfferView> all(Actor actor, @RequestParam Optional<String> kind, @RequestParam Optional<String> region) {
        return offers.all(kind, region).stream().map(OfferView::of).toList();
    }

    @GetMapping("/{code}")
    @Operation(summary = "One offer")
    OfferView one(Actor actor, @PathVariable String code) {
        return offers.find(code).map(OfferView::of).orElseThrow(Refusal::notFound);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add an offer; for the desk")
    OfferView add(Actor actor, @RequestBody NewOffer asked) {
        Fields fields = new Fields();
        About about = new About(
                fields.text("kind", asked.kind()),
                fields.text("name", asked.name()),
                fields.text("organisation", asked.organisation()),
                fields.text("region", asked.region()),
                fields.text("text", asked.text()),
                fields.text("contact", asked.contact()));
        fields.check();
        return one(actor, offers.add(actor, about));
    }
}
