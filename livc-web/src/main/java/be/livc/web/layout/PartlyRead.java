package be.livc.web.layout;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * Makes forms of which a field could not be read (a day that does not exist, a code of no list) so that their page can be shown
 * again: the errors are about the form that was made of the rest, each with the program's own sentence for that type of field.
 * Spring leaves such a form out of the page's model, and the page then fails where it shows the first choice.
 */
@Component
class PartlyRead implements HandlerMethodArgumentResolver, SmartInitializingSingleton {

    private static final Map<String, String> SENTENCES = Map.of(
            LocalDate.class.getName(), "bad-date",
            LocalTime.class.getName(), "bad-time",
            Integer.class.getName(), "bad-number");

    private final ServletModelAttributeMethodProcessor forms = new ServletModelAttributeMethodProcessor(false);
    private final RequestMappingHandlerAdapter adapter;

    PartlyRead(@Qualifier("requestMappingHandlerAdapter") RequestMappingHandlerAdapter adapter) {
        this.adapter = adapter;
    }

    /** Goes before Spring's own way to read forms, which would else take them all. */
    @Override
    public void afterSingletonsInstantiated() {
        List<HandlerMethodArgumentResolver> all = new ArrayList<>();
        all.add(this);
        all.addAll(Objects.requireNonNullElse(adapter.getArgumentResolvers(), List.of()));
        adapter.setArgumentResolvers(all);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                && parameter.getParameterType().isRecord();
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        Object form = forms.resolveArgument(parameter, page, request, binders);
        ModelAttribute named = parameter.getParameterAnnotation(ModelAttribute.class);
        if (form != null && page != null && named != null) {
            ModelMap model = page.getModel();
            String name = named.value();
            if (model.get(BindingResult.MODEL_KEY_PREFIX + name) instanceof BindingResult unread
                    && unread.getTarget() == null) {
                BindingResult about = new BeanPropertyBindingResult(form, name);
                unread.getFieldErrors().forEach(error -> about.addError(told(error)));
                page.removeAttributes(about.getModel());
                page.addAllAttributes(about.getModel());
            }
        }
        return form;
    }

    /** The same error, with the sentence that is told of any field of that type. */
    private static FieldError told(FieldError error) {
        List<String> codes = List.of(Objects.requireNonNullElse(error.getCodes(), new String[0]));
        String code = "error."
                + SENTENCES.entrySet().stream()
                        .filter(type -> codes.contains("typeMismatch." + type.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("unknown-code");
        return new FieldError(
                error.getObjectName(),
                error.getField(),
                error.getRejectedValue(),
                true,
                new String[] {code + "." + error.getField(), code},
                null,
                null);
    }
}
