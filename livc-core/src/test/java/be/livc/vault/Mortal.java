package be.livc.vault;

import java.security.GeneralSecurityException;
import java.util.Set;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Dies at a chosen moment of a rotation, as a killed program does: just before or just after one of its commits, or one of its
 * writings of the keyset. What is not committed by then is rolled back.
 */
final class Mortal {

    /** No exception: nothing in the program catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private int moment;
    private final int dies;

    /** Dies at this moment, counted from 1; never at 0. */
    Mortal(int dies) {
        this.dies = dies;
    }

    /** How many moments there were. */
    int moments() {
        return moment;
    }

    private void pass() {
        moment++;
        if (moment == dies) {
            throw new Killed();
        }
    }

    PlatformTransactionManager around(PlatformTransactionManager real) {
        return new PlatformTransactionManager() {
            @Override
            public TransactionStatus getTransaction(TransactionDefinition definition) {
                return real.getTransaction(definition);
            }

            @Override
            public void commit(TransactionStatus status) {
                try {
                    pass();
                } catch (Killed killed) {
                    real.rollback(status);
                    throw killed;
                }
                real.commit(status);
                pass();
            }

            @Override
            public void rollback(TransactionStatus status) {
                real.rollback(status);
            }
        };
    }

    MasterKeys around(MasterKeys real) {
        return new MasterKeys() {
            @Override
            public String current() {
                return real.current();
            }

            @Override
            public Set<String> names() {
                return real.names();
            }

            @Override
            public Wrapped wrap(byte[] key, byte[] associatedData) {
                return real.wrap(key, associatedData);
            }

            @Override
            public byte[] unwrap(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException {
                return real.unwrap(wrapped, associatedData);
            }

            @Override
            public String renew(Set<String> ever) {
                pass();
                String name = real.renew(ever);
                pass();
                return name;
            }

            @Override
            public boolean destroy(String name) {
                if (!real.names().contains(name)) {
                    return true;
                }
                pass();
                boolean gone = real.destroy(name);
                pass();
                return gone;
            }

            @Override
            public void dropExpired() {
                real.dropExpired();
            }
        };
    }
}
