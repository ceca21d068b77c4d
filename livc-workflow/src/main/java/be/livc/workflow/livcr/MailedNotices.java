package be.livc.workflow.livcr;

import be.livc.casefile.Reminders;
import be.livc.casefile.ReviewNotices;
import be.livc.post.Post;
import be.livc.setup.Expiries;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells people by mail that something waits for them in the program, and not what: each kind at most once a day. In the
 * transaction of the notice itself, so that neither is there without the other.
 */
@Component
class MailedNotices {

    private final Post post;

    MailedNotices(Post post) {
        this.post = post;
    }

    @EventListener
    void tell(Reminders.Made made) {
        post.notice(made.to(), Post.MEASURES);
    }

    @EventListener
    void tell(ReviewNotices.Given given) {
        post.notice(given.to(), Post.REVIEWS);
    }

    @EventListener
    void tell(Expiries.Given given) {
        post.notice(given.to(), Post.EXPIRIES);
    }
}
