package be.livc.ledger;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What the ledger's tests put beside the real parts. */
@TestConfiguration(proxyBeanMethods = false)
class LedgerTestParts {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    @Bean
    @Primary
    TestSigner testSigner() {
        return new TestSigner();
    }

    @Bean
    @Primary
    TestMemory testMemory() {
        return new TestMemory();
    }
}
