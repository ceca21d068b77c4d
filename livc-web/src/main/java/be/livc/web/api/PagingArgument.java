package be.livc.web.api;

import be.livc.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands the calls that give a list which page is asked: two parameters, read as they are. The framework's binding of a form
 * to a record would look for its constructor, editors and checks anew in every call of every list.
 */
final class PagingArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Paging.class);
    }

    /** Throws a {@link Refusal}, invalid, where the limit is no whole number. */
    @Override
    public Paging resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new Paging(limit(request.getParameter("limit")), request.getParameter("after"));
    }

    private static @Nullable Integer limit(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(asked.strip());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("limit", "wrong-type");
        }
    }
}
