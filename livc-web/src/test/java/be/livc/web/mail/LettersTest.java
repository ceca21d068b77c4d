package be.livc.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.EveryCell;
import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Consultations;
import be.livc.consultation.Invitations;
import be.livc.consultation.PlanConsultation;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.platform.RequestSource;
import be.livc.post.Post;
import be.livc.testing.ACell;
import be.livc.web.WebTest;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What leaves by mail names no person and no case: searched on the wire, subject, text, headers and calendar file. */
class LettersTest extends WebTest {

    private static final int MEETINGS = 1_000;
    private static final String CANARY = "Kanariepieters";
    private static final String CASE = "D-2026-0";

    @Test
    void over_a_thousand_random_meetings_no_mail_and_no_calendar_names_a_person_or_a_case() throws Exception {
        ACell cell = cell();
        Mandate coordinator = mandate(cell, account("post" + cell.id()).username(), Capacity.COORDINATOR);
        Mandate invited = mandate(cell, account("gast" + cell.id()).username(), Capacity.MEMBER);
        Actor actor = cell.in(() -> bean(Mandates.class)
                .actor(coordinator.user().orElseThrow(), cell.id(), RequestSource.PROGRAM)
                .orElseThrow());
        LegalBasisId basis =
                cell.transact(() -> bean(LegalBases.class).record(aLaw())).id();
        cell.transact(() -> bean(Post.class).addressIs(invited.id(), "gast@voorbeeld.be"));
        Random random = new Random(458);

        try (MailServer server = new MailServer()) {
            Postman postman = postman(server);
            for (int n = 0; n < MEETINGS; n++) {
                PlanConsultation plan = random(random, basis, coordinator);
                cell.transact(() -> {
                    ConsultationId id = bean(Consultations.class).plan(actor, plan);
                    bean(Post.class).put(invited.id(), Invitations.LETTER, id.value(), plan.date(), plan.startsAt());
                });
            }
            while (server.mails().size() < MEETINGS) {
                int before = server.mails().size();
                postman.goRound();
                assertThat(server.mails().size()).isGreaterThan(before);
            }

            Set<String> ids = new HashSet<>();
            for (String mail : server.mails()) {
                String all = mail + opened(mail);
                assertThat(all)
                        .doesNotContain(CANARY)
                        .doesNotContain("Persoon post", "Persoon gast")
                        .doesNotContain(CASE)
                        .doesNotContain("O-20")
                        .contains("Uitnodiging voor een overleg", "BEGIN:VEVENT", "Message-ID");
                ids.add(mail.replaceAll("(?s).*Message-ID: (\\S+).*", "$1"));
            }
            assertThat(ids).hasSize(MEETINGS);
        }
    }

    private static PlanConsultation random(Random random, LegalBasisId basis, Mandate chair) {
        return new PlanConsultation(
                LocalDate.now(ZoneOffset.UTC).plusDays(random.nextInt(200)),
                random.nextBoolean()
                        ? Optional.of(LocalTime.of(8 + random.nextInt(10), 15 * random.nextInt(4)))
                        : Optional.empty(),
                "Bij " + CANARY + " thuis, dossier " + CASE + random.nextInt(100),
                List.of(basis),
                chair.id(),
                random.nextInt(10) == 0);
    }

    private static RecordBasis aLaw() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new RecordBasis(
                BasisKind.LAW,
                "Wet voor deze test",
                List.of("PREVENT_TERRORISM"),
                Optional.empty(),
                "Zoals de wet het zegt",
                List.of("OTHER"),
                today.minusYears(1),
                Optional.of(today.plusYears(2)));
    }

    private Postman postman(MailServer server) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        Postman postman = new Postman(
                bean(EveryCell.class),
                bean(Post.class),
                bean(LetterText.class),
                beans.getBeanProvider(JavaMailSender.class),
                "livc@voorbeeld.be");
        postman.destroy();
        return postman;
    }

    /** What a mail says once it is decoded, with all its parts and their headers. */
    private static String opened(String mail) throws Exception {
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
        return message.getSubject() + text(message);
    }

    private static String text(Part part) throws Exception {
        StringBuilder all = new StringBuilder();
        part.getAllHeaders().asIterator().forEachRemaining(header -> all.append(header.getName())
                .append(header.getValue()));
        if (part.getContent() instanceof Multipart parts) {
            for (int n = 0; n < parts.getCount(); n++) {
                BodyPart one = parts.getBodyPart(n);
                all.append(text(one));
            }
        } else {
            all.append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return all.toString();
    }
}
