/**
 * The screens of the consultation: planning, preparing, the roll call, the consultation itself, its minutes.
 *
 * <p>Binds, calls one façade, shows. Uses {@code be.livc.workflow.livcr}, {@code be.livc.consultation} and the lists of
 * the cell; every rule about who may see, speak or decide is there. Law behind it: art. 458ter Sw., wet 30-07-2018.
 */
@NullMarked
package be.livc.web.consultation;

import org.jspecify.annotations.NullMarked;
