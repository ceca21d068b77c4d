package be.livc.web.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Leads to the first run instead of to the sign-in, where every page leads while nobody has an account.
 */
@Configuration(proxyBeanMethods = false)
class FirstRunFirst implements WebMvcConfigurer, HandlerInterceptor {

    private final FirstRun firstRun;

    FirstRunFirst(FirstRun firstRun) {
        this.firstRun = firstRun;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/aanmelden");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (firstRun.isOpen()) {
            response.sendRedirect(request.getContextPath() + FirstRunController.PATH);
            return false;
        }
        return true;
    }
}
