package be.livc.web.consultation;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView.Item;
import be.livc.consultation.Decide;
import be.livc.consultation.LiveItems;
import be.livc.web.layout.Choice;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out one item of a consultation that is being held, with the forms that its reader may use. */
@Component
class LivePages {

    /** The view of an item that is being discussed. */
    static final String LIVE = "consultation/live";

    /**
     * An item as its reader sees it while it is held.
     *
     * @param revision read before the item itself: what changed between the two is told to the screen as another revision, and
     *     asked for once more, never missed
     */
    record Held(ConsultationPage page, Item item, String revision) {}

    private final LiveItems items;
    private final ConsultationPages pages;
    private final Mandates mandates;

    LivePages(LiveItems items, ConsultationPages pages, Mandates mandates) {
        this.items = items;
        this.pages = pages;
        this.mandates = mandates;
    }

    /** Opens an item; the read is recorded, and so is a denial. */
    Held open(Actor actor, ConsultationId id, int n, Locale locale) {
        return open(actor, id, n, revision(actor, id, n), locale);
    }

    /** The same, for who has read its revision a moment ago. */
    Held open(Actor actor, ConsultationId id, int n, String revision, Locale locale) {
        ConsultationPage page = pages.open(actor, id, locale);
        return new Held(page, ConsultationPages.item(page.view(), n), revision);
    }

    /** Shows an item with empty forms. */
    String show(Actor actor, Held held, Model model) {
        List<Seat> seats = Seat.at(held.item());
        UUID me = actor.mandate().value();
        boolean present = seats.stream().anyMatch(seat -> seat.id().equals(actor.mandate()) && seat.present());
        model.addAttribute("disclosure", DisclosureForm.empty(present ? me : null, hearing(seats)));
        model.addAttribute("decision", DecisionForm.empty());
        return again(actor, held, model);
    }

    /** Shows an item again; the form that was sent is in the model already. */
    String again(Actor actor, Held held, Model model) {
        ConsultationPage page = held.page();
        List<Seat> seats = Seat.at(held.item());
        if (!model.containsAttribute("disclosure")) {
            model.addAttribute(
                    "disclosure", DisclosureForm.empty(actor.mandate().value(), hearing(seats)));
        }
        if (!model.containsAttribute("decision")) {
            model.addAttribute("decision", DecisionForm.empty());
        }
        if (!model.containsAttribute("task")) {
            model.addAttribute("task", TaskForm.EMPTY);
        }
        model.addAttribute(
                "owners",
                Act.DECIDE.isFor(actor.capacity())
                        ? mandates.ofThoseWhoTakePart().stream()
                                .map(one -> new Choice(one.id().toString(), one.nameWithPartner()))
                                .toList()
                        : List.of());
        boolean forOthers = actor.isOneOf(Capacity.COORDINATOR, Capacity.MAYOR)
                || page.view().chair().equals(actor.mandate());
        model.addAttribute("forOthers", forOthers);
        model.addAttribute(
                "speakers", choices(seats.stream().filter(Seat::present).toList()));
        model.addAttribute(
                "hearers", choices(seats.stream().filter(Seat::mayHear).toList()));
        model.addAttribute("mayDecide", Act.DECIDE.isFor(actor.capacity()));
        model.addAttribute("votings", DecisionForm.Voting.values());
        model.addAttribute("voteCodes", Decide.Vote.values());
        state(actor, held, model);
        return LIVE;
    }

    /** What of the item follows by itself. */
    void state(Actor actor, Held held, Model model) {
        ConsultationPage page = held.page();
        Item item = held.item();
        List<Seat> seats = Seat.at(item);
        List<Item> discussed = ConsultationPages.discussed(page.view());
        int place = discussed.indexOf(item);
        model.addAttribute("room", page);
        model.addAttribute("consultation", page.view());
        model.addAttribute("item", item);
        model.addAttribute("seats", seats);
        model.addAttribute("names", names(page));
        model.addAttribute("place", place + 1);
        model.addAttribute("places", discussed.size());
        model.addAttribute("previousItem", place > 0 ? discussed.get(place - 1).n() : null);
        model.addAttribute(
                "nextItem",
                place >= 0 && place + 1 < discussed.size()
                        ? discussed.get(place + 1).n()
                        : null);
        model.addAttribute("discussed", discussed);
        model.addAttribute(
                "mySeat",
                seats.stream()
                        .filter(seat -> seat.id().equals(actor.mandate()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("hearing", hearing(seats));
        model.addAttribute("left", hasLeft(actor, page, seats));
        model.addAttribute("talkable", page.bases().stream().anyMatch(ConsultationPage.Basis::validNow));
        model.addAttribute("votes", Decide.Vote.values());
        model.addAttribute("revision", held.revision());
    }

    /** Whoever went out of the room sees nothing of the item on this screen until they are back; who leads, leads on. */
    private static boolean hasLeft(Actor actor, ConsultationPage page, List<Seat> seats) {
        return !page.leads()
                && seats.stream()
                        .anyMatch(seat -> seat.id().equals(actor.mandate())
                                && !seat.present()
                                && seat.until().isPresent());
    }

    private static Map<String, String> names(ConsultationPage page) {
        Map<String, String> names = new HashMap<>();
        page.view().names().forEach((id, name) -> names.put(id.toString(), name));
        return names;
    }

    private static List<UUID> hearing(List<Seat> seats) {
        return seats.stream()
                .filter(Seat::mayHear)
                .map(Seat::id)
                .map(MandateId::value)
                .toList();
    }

    private static List<Choice> choices(List<Seat> seats) {
        return seats.stream()
                .map(seat -> new Choice(seat.id().toString(), seat.name()))
                .toList();
    }

    /** The present revision of an item; not found when the reader does not see it. */
    String revision(Actor actor, ConsultationId id, int n) {
        return items.revision(actor, id, n);
    }
}
