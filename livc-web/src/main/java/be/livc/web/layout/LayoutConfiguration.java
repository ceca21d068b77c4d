package be.livc.web.layout;

import java.text.ParseException;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Sets up what the forms of every screen count on. */
@Configuration(proxyBeanMethods = false)
class LayoutConfiguration implements WebMvcConfigurer {

    private final MessageSource messages;
    private final ObjectProvider<ThymeleafViewResolver> views;

    LayoutConfiguration(MessageSource messages, ObjectProvider<ThymeleafViewResolver> views) {
        this.messages = messages;
        this.views = views;
    }

    @Bean
    Moments moments() {
        return new Moments();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FormErrors(messages, views));
    }

    /**
     * The browser's own date and time fields read and send ISO 8601, in whatever language they show it; a browser without them
     * sends what a person typed.
     */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        DateTimeFormatterRegistrar dates = new DateTimeFormatterRegistrar();
        dates.setUseIsoFormat(true);
        dates.registerFormatters(registry);
        registry.addFormatterForFieldType(LocalDate.class, new DayFormat());
    }

    /** A day as {@link Typed#date} reads it. */
    private static final class DayFormat implements Formatter<LocalDate> {

        @Override
        public LocalDate parse(String typed, Locale locale) throws ParseException {
            return Typed.date(typed).orElseThrow(() -> new ParseException(typed, 0));
        }

        @Override
        public String print(LocalDate day, Locale locale) {
            return day.toString();
        }
    }
}
