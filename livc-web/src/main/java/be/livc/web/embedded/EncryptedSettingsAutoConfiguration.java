package be.livc.web.embedded;

import com.ulisesbocchio.jasyptspringboot.encryptor.DefaultLazyEncryptor;
import org.jasypt.encryption.StringEncryptor;
import org.jasypt.exceptions.EncryptionOperationNotPossibleException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Opens settings written as {@code ENC(...)}, and refuses what a wrong password made of one: the cipher does not authenticate, its
 * padding alone tells, and by chance one setting in 256 looks as if it had opened.
 */
@AutoConfiguration
class EncryptedSettingsAutoConfiguration {

    /** Named as Jasypt looks for it. */
    @Bean
    static StringEncryptor jasyptStringEncryptor(ConfigurableEnvironment settings) {
        return new TextsOnly(new DefaultLazyEncryptor(settings));
    }

    private record TextsOnly(StringEncryptor encryptor) implements StringEncryptor {

        private static final char NO_LETTER = '\uFFFD';

        @Override
        public String encrypt(String text) {
            return encryptor.encrypt(text);
        }

        @Override
        public String decrypt(String sealed) {
            String text = encryptor.decrypt(sealed);
            if (text.chars().anyMatch(letter -> letter == NO_LETTER || Character.isISOControl(letter))) {
                throw new EncryptionOperationNotPossibleException("no text came out");
            }
            return text;
        }
    }
}
