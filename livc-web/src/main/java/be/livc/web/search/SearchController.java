package be.livc.web.search;

import be.livc.casefile.CaseRow;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.vault.NameSearch;
import be.livc.web.casefile.CaseNumbers;
import be.livc.web.layout.Typed;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Searching by name, birth date or number. What is asked is posted and forgotten; the answer has an address of its own, so
 * that one can go back to it.
 */
@Controller
@RequestMapping("/zoeken")
class SearchController {

    private final Subjects subjects;
    private final CaseNumbers numbers;
    private final Hits hits;
    private final FoundBefore found;

    SearchController(Subjects subjects, CaseNumbers numbers, Hits hits, FoundBefore found) {
        this.subjects = subjects;
        this.numbers = numbers;
        this.hits = hits;
        this.found = found;
    }

    @GetMapping
    String blank(Actor actor) {
        return "search/search";
    }

    @PostMapping
    String search(
            Actor actor,
            @RequestParam(defaultValue = "") String term,
            @RequestParam(defaultValue = "") String birthDate,
            HttpSession session,
            Model model) {
        Optional<CaseRow> numbered = numbers.find(actor, term);
        if (numbered.isPresent()) {
            return "redirect:/dossiers/" + numbered.get().id();
        }
        Optional<LocalDate> dateAsTerm = Typed.date(term);
        Optional<LocalDate> date = dateAsTerm.or(() -> Typed.date(birthDate));
        Optional<String> name = dateAsTerm.isPresent() ? Optional.empty() : Typed.some(term);
        boolean badDate = !birthDate.isBlank() && Typed.date(birthDate).isEmpty();
        if (badDate || (name.isEmpty() && date.isEmpty())) {
            model.addAttribute("asked", badDate ? "search.bad-date" : "search.required");
            model.addAttribute("term", term);
            model.addAttribute("birthDate", birthDate);
            model.addAttribute("pageHasErrors", true);
            return "search/search";
        }
        List<Subjects.Found> people = CaseNumbers.isNumber(term)
                ? List.of()
                : subjects.find(actor, new NameSearch.Query(name, date), actor.purpose());
        return "redirect:/zoeken/" + found.keep(session, name.isPresent() ? people : Hits.byBirthDate(people));
    }

    /** The answer to a search of this session; of any other there is nothing here. */
    @GetMapping("/{token}")
    String show(Actor actor, @PathVariable String token, HttpSession session, Model model) {
        List<Subjects.Found> people = found.again(actor, session, token).orElseThrow(Refusal::notFound);
        model.addAttribute("hits", hits.of(people));
        return "search/search";
    }
}
