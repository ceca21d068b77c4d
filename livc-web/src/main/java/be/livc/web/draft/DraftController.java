package be.livc.web.draft;

import be.livc.cell.Actor;
import be.livc.draft.Draft;
import be.livc.draft.Drafts;
import be.livc.draft.Form;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeps drafts and gives them back; called by the script of the page that is typed in. */
@RestController
@Hidden
@RequestMapping({"/concepten/{form}", "/concepten/{form}/{about}"})
class DraftController {

    /** The mandate of whoever the page was made for: on a shared computer somebody else may have signed in since. */
    private static final String FOR = "X-Mandate";

    /** What was kept, and when. */
    record Kept(Instant at) {}

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<Kept> keep(
            Actor actor,
            @PathVariable String form,
            @PathVariable Optional<UUID> about,
            @RequestHeader(FOR) UUID mandate,
            @RequestBody String content) {
        if (!mandate.equals(actor.mandate().value())) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        return ResponseEntity.ok(new Kept(drafts.keep(actor, new Form(form, about), content)));
    }

    /** The text as it was sent; the moment at which it was kept is in {@code Last-Modified}. */
    @GetMapping
    ResponseEntity<String> find(Actor actor, @PathVariable String form, @PathVariable Optional<UUID> about) {
        return drafts.find(actor, new Form(form, about))
                .map(DraftController::answer)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static ResponseEntity<String> answer(Draft draft) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .lastModified(draft.savedAt())
                .body(draft.content());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Actor actor, @PathVariable String form, @PathVariable Optional<UUID> about) {
        drafts.discard(actor, new Form(form, about));
    }
}
