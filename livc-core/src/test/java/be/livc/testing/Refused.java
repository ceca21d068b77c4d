package be.livc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.Refusal;
import java.util.function.Consumer;

/** What a test expects of somebody who is refused something. */
public final class Refused {

    private Refused() {}

    /**
     * A refusal for this reason and no other.
     *
     * @param at the field that it names, or what else it is about
     */
    public static Consumer<Throwable> only(String code, String at) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .containsExactly(new Refusal.Reason(code, at)));
    }
}
