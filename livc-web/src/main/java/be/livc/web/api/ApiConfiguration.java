package be.livc.web.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the {@link Door} before every call and form, after the routes that a capacity does not have. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private final Door door;
    private final UnchangedCase unchangedCase;

    ApiConfiguration(Door door, UnchangedCase unchangedCase) {
        this.door = door;
        this.unchangedCase = unchangedCase;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(door);
        registry.addInterceptor(unchangedCase);
    }
}
