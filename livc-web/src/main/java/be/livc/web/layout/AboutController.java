package be.livc.web.layout;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages behind the links at the foot of every page. */
@Controller
class AboutController {

    @GetMapping("/toegankelijkheid")
    String accessibility() {
        return "layout/accessibility";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "layout/privacy";
    }
}
