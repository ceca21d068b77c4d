package be.livc.web.demo;

import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.platform.CurrentCell;
import be.livc.web.demo.DemoCell.Person;
import be.livc.web.signin.Passwords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty program with the demo, before the first request is answered. One transaction per cell: after a start that
 * was cut off, the next one goes on with the cells that are not there yet. A demo of an earlier version gets the people that
 * it did not have. A database with accounts of its own is left alone.
 */
@Component
@ConditionalOnProperty("livc.demo")
final class DemoSeeder implements SmartInitializingSingleton {

    /** What happened in a cell since it was founded, so many days ago. */
    private record Story(int daysAgo, Consumer<Town> told) {}

    private static final Story NONE = new Story(150, town -> {});

    private static final Map<String, Story> STORIES = Map.of(
            DemoCells.TOWN,
            new Story(150, TownStory::tell),
            DemoCells.VILLAGE,
            new Story(80, VillageStory::tell),
            HandOvers.BRUGES,
            new Story(110, PrisonStory::tellOfBruges),
            HandOvers.GHENT,
            new Story(100, PrisonStory::tellOfGhent));

    private final Accounts accounts;
    private final Passwords passwords;
    private final Cells cells;
    private final Founding founding;
    private final Doors doors;
    private final HandOvers handOvers;
    private final DemoDesk desk;
    private final TransactionTemplate transactions;
    private final StoryClock clock;

    DemoSeeder(
            Accounts accounts,
            Passwords passwords,
            Cells cells,
            Founding founding,
            Doors doors,
            HandOvers handOvers,
            DemoDesk desk,
            TransactionTemplate transactions,
            StoryClock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.cells = cells;
        this.founding = founding;
        this.doors = doors;
        this.handOvers = handOvers;
        this.desk = desk;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> present = present();
        if (present.isEmpty() && !accounts.isEmpty()) {
            return;
        }
        List<DemoCell> missing = DemoCells.on(LocalDate.now(clock)).stream()
                .filter(demo -> !present.contains(demo.name()))
                .toList();
        if (!missing.isEmpty()) {
            seed(missing);
        }
        DemoCells.on(LocalDate.now(clock)).stream()
                .filter(demo -> present.contains(demo.name()))
                .forEach(this::completePeople);
    }

    /** Who has no account at all is new in the demo; whoever had one and lost the mandate stays out. */
    private void completePeople(DemoCell demo) {
        List<Person> newcomers = demo.people().stream()
                .filter(person -> person.username()
                        .filter(name -> accounts.byUsername(name).isEmpty())
                        .isPresent())
                .toList();
        if (!newcomers.isEmpty()) {
            Cell cell = cells.all().stream()
                    .filter(one -> one.name().equals(demo.name()))
                    .findFirst()
                    .orElseThrow();
            String hash = hash();
            CurrentCell.run(
                    cell.id(),
                    () -> transactions.executeWithoutResult(tx -> founding.join(cell, demo, newcomers, hash)));
        }
    }

    /** Whether this program holds the demo, and so whether its sign-in names work. */
    boolean isSeeded() {
        return !present().isEmpty();
    }

    private Set<String> present() {
        return cells.all().stream()
                .filter(cell ->
                        cell.founding().filter(DemoCells.FOUNDING::equals).isPresent())
                .map(Cell::name)
                .collect(Collectors.toSet());
    }

    /** The password is hashed once: a hash that is made to be slow, thirty times over, would be felt at the start. */
    private void seed(List<DemoCell> missing) {
        String hash = hash();
        LocalDate today = LocalDate.now(clock);
        Map<String, Cast> casts = new HashMap<>();
        for (DemoCell demo : missing) {
            Story story = STORIES.getOrDefault(demo.name(), NONE);
            Instant beginning = Town.at(today.minusDays(story.daysAgo()), Town.MORNING);
            casts.put(demo.name(), clock.from(beginning, () -> founded(demo, story, hash, today)));
        }
        handOvers.tell(casts);
        if (casts.containsKey(DemoCells.DESK)) {
            tellOfDesk(Objects.requireNonNull(casts.get(DemoCells.DESK)).actor("vvsg"), today);
        }
    }

    /** After the others, because it is about all of them. */
    private void tellOfDesk(Actor consultant, LocalDate today) {
        clock.from(
                Town.at(today.minusDays(60), Town.MORNING),
                () -> CurrentCell.in(
                        consultant.cell(),
                        () -> transactions.execute(tx -> {
                            desk.tell(consultant, today);
                            return consultant;
                        })));
    }

    private Cast founded(DemoCell demo, Story story, String hash, LocalDate today) {
        return cells.inNewCell(() -> transactions.execute(tx -> {
            Cast cast = founding.found(demo, hash);
            story.told().accept(new Town(doors, cast, today));
            return cast;
        }));
    }

    private String hash() {
        return passwords.chosen("password", "", Passwords.OF_THE_DEMO);
    }
}
