package be.livc.web.layout;

import java.util.List;

/**
 * A form for something that others may change meanwhile; it holds the version that it was made on.
 *
 * @param <F> the form itself
 */
public interface MadeOn<F> {

    /** What was typed, beside what somebody else saved meanwhile. */
    List<Conflict> besides(F stored);

    /** What was typed, made on the version that is stored now. */
    F onTopOf(F stored);
}
