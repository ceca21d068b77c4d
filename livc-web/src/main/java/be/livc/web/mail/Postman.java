package be.livc.web.mail;

import be.livc.cell.EveryCell;
import be.livc.post.Letter;
import be.livc.post.Post;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Every few seconds takes what lies in the out-trays of the cells to the mail server, where one is set. */
@Component
public class Postman implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final long EVERY_SECONDS = 10;

    /** A cell with much to send does not keep the others waiting. */
    private static final int MOST_AT_ONCE = 50;

    private final EveryCell everyCell;
    private final Post post;
    private final LetterText text;
    private final @Nullable JavaMailSender server;
    private final String from;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "postman");
        thread.setDaemon(true);
        return thread;
    });

    Postman(
            EveryCell everyCell,
            Post post,
            LetterText text,
            ObjectProvider<JavaMailSender> server,
            @Value("${livc.mail.from:}") String from) {
        this.everyCell = everyCell;
        this.post = post;
        this.text = text;
        this.server = server.getIfAvailable();
        this.from = from;
        if (isOn()) {
            rounds.scheduleWithFixedDelay(this::goRound, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Whether letters leave by mail; without, screens offer the text and the calendar file instead. */
    public boolean isOn() {
        return server != null && !from.isBlank();
    }

    void goRound() {
        everyCell.inTurn(
                this::emptyTray, (cell, failure) -> LOG.warn("The letters of a cell wait: {}", failure.toString()));
    }

    private void emptyTray() {
        int taken = 0;
        while (taken < MOST_AT_ONCE && post.sendNext(this::send)) {
            taken++;
        }
    }

    private void send(Letter letter, String address) throws MessagingException {
        if (server == null) {
            throw new MessagingException("no mail server is set");
        }
        try {
            server.send(message(letter, address));
        } catch (RuntimeException failure) {
            // The message of the exception may quote the address: only its kind is told.
            LOG.warn(
                    "A letter did not leave and is tried again: {}",
                    failure.getClass().getSimpleName());
            throw failure;
        }
    }

    private MimeMessage message(Letter letter, String address) throws MessagingException {
        LetterText.Worded worded = text.of(letter);
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.id() + "@livc>");
            }
        };
        MimeMessageHelper parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(address);
        parts.setSubject(worded.subject());
        parts.setText(worded.body());
        if (worded.calendar().isPresent()) {
            CalendarFile calendar = worded.calendar().get();
            parts.addAttachment(
                    "overleg.ics",
                    new ByteArrayResource(calendar.text().getBytes(StandardCharsets.UTF_8)),
                    "text/calendar; charset=UTF-8; method=" + calendar.method());
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    @Override
    public void destroy() {
        rounds.shutdownNow();
    }
}
