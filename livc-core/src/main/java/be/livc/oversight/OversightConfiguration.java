package be.livc.oversight;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What is done on a schedule is done by the program itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OversightConfiguration {}
