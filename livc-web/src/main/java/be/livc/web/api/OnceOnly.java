package be.livc.web.api;

import be.livc.cell.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a create that comes with an {@code Idempotency-Key} once: a repeat gets the first answer. Stands between the reading
 * of the body and the act, and sees every answer before it is written. Only creates are remembered: their answers are ids,
 * codes and numbers, while others may hold content.
 */
@RestControllerAdvice(basePackageClasses = OnceOnly.class)
class OnceOnly extends RequestBodyAdviceAdapter implements ResponseBodyAdvice<Object> {

    private static final String CALL = OnceOnly.class.getName();

    /** Stops a repeat before the act; {@link ApiErrors} gives the first answer again. */
    static final class AnsweredBefore extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String answer;

        AnsweredBefore(String answer) {
            super("answered before", null, false, false);
            this.answer = answer;
        }

        /** The body of the first answer, as JSON. */
        String answer() {
            return answer;
        }
    }

    private final Repeats repeats;
    private final JsonMapper json;

    OnceOnly(Repeats repeats, JsonMapper json) {
        this.repeats = repeats;
        this.json = json;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            claim(attributes.getRequest(), body);
        }
        return body;
    }

    private void claim(HttpServletRequest request, Object body) {
        Optional<String> key = Fields.maybe(request.getHeader("Idempotency-Key"));
        if (key.isEmpty()
                || !request.getMethod().equals("POST")
                || !(request.getAttribute(Actor.class.getName()) instanceof Actor actor)) {
            return;
        }
        String sent = request.getRequestURI() + "\n" + json.writeValueAsString(body);
        Repeats.Call call = Repeats.call(actor, key.get(), sent);
        repeats.claim(call).ifPresent(answer -> {
            throw new AnsweredBefore(answer);
        });
        request.setAttribute(CALL, call);
    }

    @Override
    public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter type,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getAttribute(CALL) instanceof Repeats.Call call
                && response instanceof ServletServerHttpResponse answer) {
            attributes.getRequest().removeAttribute(CALL);
            if (answer.getServletResponse().getStatus() == HttpStatus.CREATED.value()) {
                repeats.answered(call, json.writeValueAsString(body));
            } else {
                repeats.madeNothing(call);
            }
        }
        return body;
    }
}
