/**
 * The live picture of a process: its BPMN 2.0 text for the browser to draw, what is marked in it, and the same told as
 * a list for who reads no picture (WCAG 2.2, 1.1.1).
 *
 * <p>Uses the engine's façade only.
 */
@NullMarked
package be.livc.workflow.diagram;

import org.jspecify.annotations.NullMarked;
