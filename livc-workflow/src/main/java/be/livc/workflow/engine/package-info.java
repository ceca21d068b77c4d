/**
 * The process engine: Flowable on the program's own PostgreSQL, in the same transaction as the records.
 *
 * <p>{@link be.livc.workflow.engine.Processes} is the one way in. The engine knows ids, codes and times only; every row
 * of it belongs to one cell; jobs run in their cell. Processes are BPMN 2.0 (ISO/IEC 19510) under {@code processes/}.
 */
@NullMarked
package be.livc.workflow.engine;

import org.jspecify.annotations.NullMarked;
