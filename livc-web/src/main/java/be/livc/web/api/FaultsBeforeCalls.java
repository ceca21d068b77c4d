package be.livc.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a REST call that fails before it reaches its method with a problem like any other: who calls is looked up in the
 * database, which may be away. What fails behind the method is {@link ApiErrors}'.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FaultsBeforeCalls extends OncePerRequestFilter {

    private final Problems problems;
    private final JsonMapper json;

    FaultsBeforeCalls(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            answer(problems.failed(failure, request), response);
        }
    }

    private void answer(ResponseEntity<Problem> problem, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(problem.getStatusCode().value());
        problem.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream()
                .write(json.writeValueAsString(problem.getBody()).getBytes(StandardCharsets.UTF_8));
    }
}
