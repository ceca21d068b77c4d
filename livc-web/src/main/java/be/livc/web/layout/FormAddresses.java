package be.livc.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Knows for an address that only takes a form on which page that form, or what it is about, is found. */
@Component
class FormAddresses {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    FormAddresses(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    /**
     * The nearest page above an address, as it was asked for: forms are sent to an address below their page. A file is no page: asking
     * for one would hand it out.
     */
    String pageAbove(HttpServletRequest request) {
        String asked =
                request.getRequestURI().substring(request.getContextPath().length());
        return Stream.iterate(above(asked), path -> !path.equals("/"), FormAddresses::above)
                .filter(this::isPage)
                .findFirst()
                .orElse("/");
    }

    private static String above(String path) {
        return path.substring(0, Math.max(1, path.lastIndexOf('/')));
    }

    private boolean isPage(String path) {
        PathContainer parts = PathContainer.parsePath(path);
        return routes.getObject().getHandlerMethods().entrySet().stream()
                .anyMatch(route -> takes(route.getKey(), parts) && showsPage(route.getValue()));
    }

    private static boolean takes(RequestMappingInfo route, PathContainer path) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        PathPatternsRequestCondition patterns = route.getPathPatternsCondition();
        return (methods.isEmpty() || methods.contains(RequestMethod.GET))
                && patterns != null
                && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static boolean showsPage(HandlerMethod route) {
        return route.getReturnType().getParameterType().equals(String.class)
                && !route.hasMethodAnnotation(ResponseBody.class)
                && !AnnotatedElementUtils.hasAnnotation(route.getBeanType(), ResponseBody.class);
    }
}
