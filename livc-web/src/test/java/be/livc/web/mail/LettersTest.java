package be.livc.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.Goal;
import be.livc.casefile.Reminders;
import be.livc.casefile.ReviewNotices;
import be.livc.cell.Capacity;
import be.livc.cell.EveryCell;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Consultations;
import be.livc.consultation.Convocations;
import be.livc.consultation.PlanConsultation;
import be.livc.law.LegalBasisId;
import be.livc.post.Post;
import be.livc.setup.Expiries;
import be.livc.setup.Setup;
import be.livc.web.CaseworkTest;
import be.livc.workflow.livcr.CaseFlow;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What leaves by mail names no person and no case: searched on the wire, subject, text, headers and calendar file. */
class LettersTest extends CaseworkTest {

    private static final int MEETINGS = 930;

    private static final List<String> ABOUT_MEETINGS =
            List.of(Convocations.LETTER, Convocations.MOVED, Convocations.WITHDRAWN);
    private static final int OWNERS = 70;
    private static final String CANARY = "Kanariepieters";
    private static final String CASE = "D-2026-0";

    @Test
    void over_a_thousand_random_mails_no_invitation_no_notice_and_no_calendar_names_a_person_or_a_case()
            throws Exception {
        Mandate invited = mandate(cell, account("gast" + cell.id()).username(), Capacity.MEMBER);
        cell.transact(() -> {
            bean(Post.class).addressIs(invited.id(), "gast@voorbeeld.be");
            bean(Post.class).addressIs(mandate(coordinator), "cel@voorbeeld.be");
            bean(Post.class).addressIs(mandate(officer), "io@voorbeeld.be");
        });
        Random random = new Random(458);
        for (int n = 0; n < MEETINGS; n++) {
            PlanConsultation plan = random(random, basis, mandate(mayor));
            String kind = ABOUT_MEETINGS.get(n % ABOUT_MEETINGS.size());
            cell.transact(() -> {
                ConsultationId id = bean(Consultations.class).plan(as(coordinator), plan);
                bean(Post.class).put(invited.id(), kind, id.value(), plan.date(), plan.startsAt());
            });
        }
        somethingWaitsForMany();

        try (MailServer server = new MailServer()) {
            Postman postman = postman(server);
            while (server.mails().size() < MEETINGS + OWNERS) {
                int before = server.mails().size();
                postman.goRound();
                assertThat(server.mails().size()).isGreaterThan(before);
            }
            postman.goRound();

            Map<String, Integer> kinds = new TreeMap<>();
            Set<String> ids = new HashSet<>();
            for (String mail : server.mails()) {
                String all = mail + opened(mail);
                assertThat(all)
                        .doesNotContain(CANARY)
                        .doesNotContain("Persoon ")
                        .doesNotContain("Verhaegen", "Bram")
                        .doesNotContain(CASE, caseNumber, caseId.toString())
                        .doesNotContain("O-20", "S-20", "D-20")
                        .contains("Message-ID");
                String subject = subject(mail);
                kinds.merge(subject, 1, Integer::sum);
                assertThat(all.contains("BEGIN:VEVENT")).isEqualTo(!subject.startsWith("Herinnering"));
                assertThat(all.contains("METHOD:CANCEL")).isEqualTo(subject.endsWith("vervalt"));
                ids.add(mail.replaceAll("(?s).*Message-ID: (\\S+).*", "$1"));
            }
            System.out.printf(
                    "canaries in mail: 0 in %d mails: %s%n", server.mails().size(), kinds);
            assertThat(ids).hasSameSizeAs(server.mails()).hasSizeGreaterThanOrEqualTo(1_000);
            assertThat(kinds.keySet())
                    .containsExactlyInAnyOrder(
                            "Uitnodiging voor een overleg",
                            "Uw overleg is verplaatst",
                            "Uw uitnodiging voor een overleg vervalt",
                            "Herinnering: een afspraak wacht op u",
                            "Herinnering: een herziening wacht op u",
                            "Herinnering: iets loopt binnenkort af");
        }
    }

    /** Measures of many that are late, a review that comes, and a clearance that ends: each by the use case that tells of it. */
    private void somethingWaitsForMany() {
        List<MandateId> owners = new ArrayList<>();
        for (int n = 0; n < OWNERS; n++) {
            String name = CANARY + " " + n;
            owners.add(cell.transact(() -> bean(Mandates.class)
                    .give(new GiveMandate(
                            Optional.empty(),
                            name,
                            as(clb).partner(),
                            Capacity.MEMBER,
                            TODAY.minusDays(1),
                            Optional.empty(),
                            Optional.empty()))
                    .id()));
        }
        cell.transact(() -> owners.forEach(owner -> bean(Post.class).addressIs(owner, "eigenaar@voorbeeld.be")));
        closed(held());
        cell.in(() -> {
            bean(CaseFlow.class)
                    .changePlan(
                            as(coordinator),
                            caseId,
                            new ChangePlan(
                                    List.of(new Goal("SCHOOL", CANARY + " gaat weer naar de les")),
                                    owners.stream()
                                            .map(owner -> new PlannedMeasure(
                                                    Optional.empty(), "Bel " + CANARY, owner, TODAY.minusDays(1)))
                                            .toList(),
                                    TODAY.plusDays(3),
                                    Optional.empty()));
            bean(Setup.class).attestClearance(as(coordinator), mandate(officer), TODAY.plusDays(5));
            bean(Reminders.class).remind();
            bean(ReviewNotices.class).give();
            bean(Expiries.class).giveNotices();
            return true;
        });
    }

    private static String subject(String mail) throws Exception {
        return new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)))
                .getSubject();
    }

    private static PlanConsultation random(Random random, LegalBasisId basis, MandateId chair) {
        return new PlanConsultation(
                TODAY.plusDays(random.nextInt(200)),
                random.nextBoolean()
                        ? Optional.of(LocalTime.of(8 + random.nextInt(10), 15 * random.nextInt(4)))
                        : Optional.empty(),
                "Bij " + CANARY + " thuis, dossier " + CASE + random.nextInt(100),
                List.of(basis),
                chair,
                random.nextInt(10) == 0);
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
