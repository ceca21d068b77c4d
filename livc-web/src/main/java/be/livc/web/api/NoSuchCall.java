package be.livc.web.api;

import be.livc.platform.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers every address under the contract that has no call, with the same bytes as what is not there. */
@RestController
@Hidden
class NoSuchCall {

    @RequestMapping("/api/v1/**")
    void nothing() {
        throw Refusal.notFound();
    }
}
