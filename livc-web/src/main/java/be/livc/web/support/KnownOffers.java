package be.livc.web.support;

import be.livc.casefile.ChangePlan;
import be.livc.desk.SupportOffers;
import be.livc.desk.SupportOffers.Offer;
import be.livc.platform.Refusal;
import be.livc.web.layout.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Brings the codes that measures hold and the directory of the desk together, on the way to a screen: neither reaches the
 * other.
 */
@Component
public class KnownOffers {

    private final SupportOffers offers;

    KnownOffers(SupportOffers offers) {
        this.offers = offers;
    }

    /** The offers that a measure can call upon, as a select shows them; with those that ended where one is still named. */
    public List<Choice> choices(List<String> named) {
        List<Choice> choices = new ArrayList<>();
        for (Offer offer : offers.all(Optional.empty(), Optional.empty())) {
            if (offer.endedOn().isEmpty() || named.contains(offer.code())) {
                choices.add(new Choice(
                        offer.code(),
                        offer.about().name() + " – " + offer.about().organisation()));
            }
        }
        return choices;
    }

    /** What people call each offer, by code. */
    public Map<String, String> names() {
        return offers.all(Optional.empty(), Optional.empty()).stream()
                .collect(Collectors.toMap(Offer::code, offer -> offer.about().name()));
    }

    /**
     * Passes a plan of which every measure names an offer that is there, or none.
     *
     * @throws Refusal invalid, naming the measure
     */
    public void requireKnown(ChangePlan plan) {
        for (int i = 0; i < plan.measures().size(); i++) {
            Optional<String> code = plan.measures().get(i).offer();
            if (code.isPresent() && offers.find(code.get()).isEmpty()) {
                throw Refusal.invalid("measures[" + i + "].offer", "unknown-code");
            }
        }
    }
}
