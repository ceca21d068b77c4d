package be.livc.web.casefile;

import be.livc.access.Why;
import be.livc.web.layout.PrisonWords;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says next to a piece of information why this reader sees it. */
@Component
public class Whys {

    private final PrisonWords words;

    Whys(PrisonWords words) {
        this.words = words;
    }

    /** The reasons in one line, the strongest first. */
    public String text(List<Why> reasons, Locale locale) {
        return reasons.stream()
                .map(why -> words.text("why." + why, locale).orElse(why.name()))
                .collect(Collectors.joining(" · "));
    }
}
