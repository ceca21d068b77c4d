/**
 * Letters to people that leave by mail after the act that they are about has committed, and are tried again until they have
 * left; and the addresses they go to.
 *
 * <p>Uses {@code cell} and {@code platform}. A letter is ids, a code and a date: whoever words it has no more to tell, so no
 * mail can name a person or a case.
 */
@NullMarked
package be.livc.post;

import org.jspecify.annotations.NullMarked;
