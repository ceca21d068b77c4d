package be.livc.web.casefile;

import be.livc.access.Why;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says next to a piece of information why this reader sees it. */
@Component
public class Whys {

    private final MessageSource messages;

    Whys(MessageSource messages) {
        this.messages = messages;
    }

    /** The reasons in one line, the strongest first. */
    public String text(List<Why> reasons, Locale locale) {
        return reasons.stream()
                .map(why -> messages.getMessage("why." + why, null, why.name(), locale))
                .collect(Collectors.joining(" · "));
    }
}
