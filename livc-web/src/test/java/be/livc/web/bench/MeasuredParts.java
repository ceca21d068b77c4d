package be.livc.web.bench;

import be.livc.access.Access;
import be.livc.access.Searching;
import be.livc.access.WhoSees;
import be.livc.ledger.Ledger;
import be.livc.vault.Vault;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;

/** Puts the stopwatch around the parts of the program that are to be told apart, without their knowing. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("livc.bench")
class MeasuredParts {

    private static final Map<Class<?>, Layer> LAYERS = Map.of(
            Vault.class,
            Layer.VAULT,
            Access.class,
            Layer.ACCESS,
            WhoSees.class,
            Layer.ACCESS,
            Searching.class,
            Layer.ACCESS,
            Ledger.class,
            Layer.LEDGER);

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor timedParts() {
        MethodInterceptor timed = call -> Stopwatch.isOn()
                ? Stopwatch.in(LAYERS.get(call.getMethod().getDeclaringClass()), call::proceed)
                : call.proceed();
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(new PublicMethods(), timed);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    private static final class PublicMethods extends StaticMethodMatcherPointcut {

        @Override
        public boolean matches(Method method, Class<?> type) {
            return LAYERS.containsKey(method.getDeclaringClass());
        }
    }

    @Bean
    static BeanPostProcessor timedStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new TimedDataSource(source) : bean;
            }
        };
    }

    @Bean
    FilterRegistrationBean<Filter> timedRequests() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            if (!Stopwatch.isOn()) {
                chain.doFilter(request, response);
                return;
            }
            try {
                Stopwatch.request(kind((HttpServletRequest) request), () -> {
                    chain.doFilter(request, response);
                    return Boolean.TRUE;
                });
            } catch (IOException | ServletException | RuntimeException | Error failure) {
                throw failure;
            } catch (Throwable failure) {
                throw new ServletException(failure);
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** The method and the address without what differs from one call to the next. */
    private static String kind(HttpServletRequest request) {
        return request.getMethod() + " "
                + request.getRequestURI().replace("/api/v1", "").replaceAll("[0-9a-f-]{36}", "*");
    }
}
