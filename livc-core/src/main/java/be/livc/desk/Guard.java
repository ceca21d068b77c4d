package be.livc.desk;

import be.livc.access.KnownNames;
import be.livc.cell.Actor;
import be.livc.platform.Faults;
import be.livc.platform.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps persons out of what is sent to the desk and what it sends: marks numbers, dates, addresses and names that it recognises
 * by their form, and asks {@link KnownNames} whether the text names somebody from a file.
 *
 * <p>Does not guarantee that nobody can be recognised: a description may do that without a name. The screens say so.
 */
@Component
public class Guard {

    /**
     * What is wrong with a text.
     *
     * @param findings what was recognised by its form, in the order of the text
     * @param rewrite whether it must be rewritten for another reason, which is not told
     */
    public record Judged(List<Finding> findings, boolean rewrite) {

        /** Whether the text may be sent. */
        public boolean isClean() {
            return findings.isEmpty() && !rewrite;
        }
    }

    private final KnownNames names;

    Guard(KnownNames names) {
        this.names = names;
    }

    /** Judges a text; the question about known names is recorded in the asker's cell as a search. */
    public Judged judge(Actor asker, String text) {
        return new Judged(recognised(text), names.mustRewrite(asker, text));
    }

    /**
     * Lets a text pass that names nobody. To be asked when all else is sound: each question about known names is recorded.
     *
     * @param field what the text is called in the form that it comes from
     * @throws Refusal {@code names-somebody}
     */
    void requireClean(Actor asker, String field, String text) {
        if (!judge(asker, text).isClean()) {
            throw Refusal.invalid(field, "names-somebody");
        }
    }

    /**
     * The same for a text of a form in which something else may be wrong as well: all of it is told at once. A text that will
     * not do for another reason is not judged, since each question about known names is recorded.
     *
     * @throws Refusal {@code names-somebody} and what else is wrong
     */
    void requireClean(Actor asker, Faults faults, String field, String text) {
        faults.unless(faults.isAbout(field) || judge(asker, text).isClean(), field, "names-somebody")
                .refuse();
    }

    /** Everything that the form of the text gives away, without asking anybody. */
    static List<Finding> recognised(String text) {
        Legible legible = Legible.of(text);
        List<Finding> all = new ArrayList<>();
        all.addAll(NumberForms.in(legible.text()));
        all.addAll(DateForms.in(legible.text()));
        all.addAll(AddressForms.in(legible.text()));
        all.addAll(NameForms.in(legible.text()));
        all.addAll(CapitalForms.in(legible.text()));
        all.sort(Comparator.comparingInt(Finding::from)
                .thenComparing(Comparator.comparingInt(Finding::to).reversed()));
        List<Finding> apart = new ArrayList<>();
        for (Finding finding : all) {
            if (apart.isEmpty() || !apart.get(apart.size() - 1).overlaps(finding)) {
                apart.add(finding);
            }
        }
        return apart.stream().map(legible::asTyped).toList();
    }
}
