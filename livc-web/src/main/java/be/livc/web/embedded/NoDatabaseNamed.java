package be.livc.web.embedded;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** The program brings its own database when nobody named one. */
final class NoDatabaseNamed implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return holdsFor(context.getEnvironment());
    }

    /** Whether these settings leave the database to the program. */
    static boolean holdsFor(Environment settings) {
        return !StringUtils.hasText(settings.getProperty("spring.datasource.url"));
    }
}
