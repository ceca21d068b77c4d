package be.livc.web.api;

import be.livc.access.Why;
import java.util.List;

/** One reason for which the caller sees something. */
record WhyView(Why why) {

    static List<WhyView> of(List<Why> reasons) {
        return reasons.stream().map(WhyView::new).toList();
    }
}
