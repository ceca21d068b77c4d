package be.livc.web.layout;

import be.livc.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** Puts what the program refused next to the fields it is about, so that the form comes back with everything typed. */
public final class Forms {

    private static final Pattern ROW = Pattern.compile("\\[(\\d+)]");

    private Forms() {}

    /**
     * The same as {@link #reject(BindingResult, Refusal, Map)} for a form whose fields are named as the command's.
     *
     * @throws Refusal the same refusal again, when it is about anything but the fields
     */
    public static void reject(BindingResult errors, Refusal refusal) {
        reject(errors, refusal, Map.of());
    }

    /**
     * Adds each reason of a refusal to its field; what is about no field of this form is told above it. The sentence is
     * the message {@code error.<code>.<field>} where there is one, without the numbers of rows
     * ({@code error.required.facts.text}), else {@code error.<code>}; its argument is the number of the row, from 1.
     *
     * @param fields what fields of the command are called in this form, where that differs
     * @throws Refusal the same refusal again, when it is about anything but the fields
     */
    public static void reject(BindingResult errors, Refusal refusal, Map<String, String> fields) {
        if (refusal.kind() != Refusal.Kind.INVALID) {
            throw refusal;
        }
        reject(errors, refusal.reasons(), fields);
    }

    /**
     * The same as {@link #reject(BindingResult, Refusal)}; that somebody else changed the same meanwhile is told above the form.
     *
     * @throws Refusal the same refusal again, when it is about anything else
     */
    public static void rejectWhole(BindingResult errors, Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.CHANGED) {
            errors.reject("error." + refusal.code(), refusal.code());
        } else {
            reject(errors, refusal);
        }
    }

    /**
     * Puts what was refused in the model, for a form that is made anew on each request.
     *
     * @param name what the page calls the form
     * @return the same form
     * @throws Refusal as {@link #rejectWhole}
     */
    public static <F> F reject(String name, F typed, Refusal refusal, Model model) {
        BindingResult errors = new BeanPropertyBindingResult(typed, name);
        rejectWhole(errors, refusal);
        model.addAllAttributes(errors.getModel());
        return typed;
    }

    /**
     * The same; where somebody else changed it meanwhile, theirs stands beside what was typed, as {@code fragments/conflict}
     * shows it.
     *
     * @param stored what is stored now, asked for only then
     * @return the form to show: what was typed, made on what is stored now
     */
    public static <F extends MadeOn<F>> F reject(
            String name, F typed, Refusal refusal, Supplier<F> stored, Model model) {
        if (refusal.kind() != Refusal.Kind.CHANGED) {
            return reject(name, typed, refusal, model);
        }
        F now = stored.get();
        model.addAttribute("conflicts", typed.besides(now));
        return reject(name, typed.onTopOf(now), refusal, model);
    }

    /** Adds these reasons, each about the field that its detail names; a field that has an error keeps that one. */
    public static void reject(BindingResult errors, List<Refusal.Reason> reasons, Map<String, String> fields) {
        for (Refusal.Reason reason : reasons) {
            String field = fields.getOrDefault(reason.detail(), reason.detail());
            String code = "error." + reason.code();
            if (errors.getFieldType(field) == null) {
                errors.reject(code, new Object[] {field}, reason.code());
            } else if (!errors.hasFieldErrors(field)) {
                errors.rejectValue(field, code, rows(field), reason.code());
            }
        }
    }

    /** A path without the numbers of rows: what texts are found by. */
    static String withoutRows(String path) {
        return ROW.matcher(path).replaceAll("");
    }

    /** The numbers of the rows in a path, as a person counts them. */
    static Object[] rows(String path) {
        return ROW.matcher(path)
                .results()
                .map(row -> (Object) (Integer.parseInt(row.group(1)) + 1))
                .toArray();
    }
}
