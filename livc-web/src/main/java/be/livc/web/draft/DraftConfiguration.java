package be.livc.web.draft;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts {@link SentForms} behind every form of every screen. */
@Configuration(proxyBeanMethods = false)
class DraftConfiguration implements WebMvcConfigurer {

    private final SentForms sentForms;

    DraftConfiguration(SentForms sentForms) {
        this.sentForms = sentForms;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(sentForms);
    }
}
