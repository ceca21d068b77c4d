package be.livc.web.api;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the {@link Door} before every call and form, after the routes that a capacity does not have, and reads {@link Paging}. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private final Door door;
    private final UnchangedCase unchangedCase;

    ApiConfiguration(Door door, UnchangedCase unchangedCase) {
        this.door = door;
        this.unchangedCase = unchangedCase;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PagingArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(door);
        registry.addInterceptor(unchangedCase);
    }
}
