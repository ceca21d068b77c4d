package be.livc.web.demo;

import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.web.demo.DemoCell.Organisation;
import be.livc.web.demo.DemoCell.Person;
import be.livc.web.signin.Passwords;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells in the log, when the demo is ready, where it is and how to sign in. */
@Component
@ConditionalOnProperty("livc.demo")
final class SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    private final DemoSeeder seeder;
    private final Clock clock;

    SignIns(DemoSeeder seeder, Clock clock) {
        this.seeder = seeder;
        this.clock = clock;
    }

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        if (seeder.isSeeded()) {
            LOG.info("{}", text(ready.getApplicationContext().getEnvironment()));
        }
    }

    String text(Environment settings) {
        StringBuilder text = new StringBuilder()
                .append("de demo is klaar, met verzonnen mensen en dossiers\n\n  http://localhost:")
                .append(settings.getProperty("local.server.port", settings.getProperty("server.port", "8080")))
                .append(settings.getProperty("server.servlet.context-path", ""))
                .append("/\n\n  Wachtwoord voor iedereen: ")
                .append(Passwords.OF_THE_DEMO)
                .append('\n');
        DemoCells.on(LocalDate.now(clock)).stream()
                .sorted((one, other) -> Boolean.compare(isDesk(one), isDesk(other)))
                .forEach(demo -> tell(demo, text));
        return text.toString();
    }

    private static boolean isDesk(DemoCell demo) {
        return demo.founded().kind() == CellKind.DESK;
    }

    private static void tell(DemoCell demo, StringBuilder text) {
        text.append("\n  ")
                .append(nameOf(demo.founded().kind()))
                .append(' ')
                .append(demo.name())
                .append('\n');
        for (Person person : demo.people()) {
            person.username()
                    .ifPresent(username -> text.append(
                            "    %-18s %-20s %s%n".formatted(username, person.name(), roleOf(person, demo))));
        }
    }

    private static String nameOf(CellKind kind) {
        return switch (kind) {
            case LIVC_R -> "LIVC R";
            case PIVC -> "PIVC";
            case DESK -> "Helpdesk";
        };
    }

    private static String roleOf(Person person, DemoCell demo) {
        return switch (person.capacity()) {
            case MAYOR -> "burgemeester";
            case COORDINATOR -> "coördinator";
            case INFORMATION_OFFICER -> "information officer";
            case PROSECUTOR -> "parket";
            case PRISON_DIRECTION -> "directie van de gevangenis";
            case PSYCHOSOCIAL_SERVICE -> "psychosociale dienst";
            case POLICE -> "politie";
            case LIAISON_OFFICER -> "Vlaamse verbindingsofficier";
            case DPO -> "functionaris voor gegevensbescherming";
            case ADMINISTRATOR -> "beheerder";
            case DESK -> "consulent";
            case MEMBER -> organisationOf(person, demo);
        };
    }

    private static String organisationOf(Person person, DemoCell demo) {
        return demo.organisations().stream()
                .filter(one -> one.category().equals(person.category()))
                .map(Organisation::name)
                .findFirst()
                .orElse(Capacity.MEMBER.name());
    }
}
