package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.cell.CodeLists;
import be.livc.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The code lists of the caller's cell. */
@RestController
@RequestMapping("/api/v1/code-lists")
@Tag(name = "Configuration")
class CodeListCalls {

    /** A whole list. */
    record CodeListView(List<CodeLists.Code> items) {}

    private final CodeLists codeLists;

    CodeListCalls(CodeLists codeLists) {
        this.codeLists = codeLists;
    }

    @GetMapping("/{name}")
    @Operation(summary = "One code list, with labels in the language of Accept-Language")
    CodeListView one(Actor actor, @PathVariable String name, HttpServletRequest request) {
        List<CodeLists.Code> items = codeLists.items(name, Language.of(request));
        if (items.isEmpty()) {
            throw Refusal.notFound();
        }
        return new CodeListView(items);
    }
}
