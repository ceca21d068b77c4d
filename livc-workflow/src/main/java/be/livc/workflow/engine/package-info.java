/**
 * The process engine: Flowable on the program's own PostgreSQL, in the same transaction as the records.
 *
 * <p>{@link be.livc.workflow.engine.Processes} takes a case on, {@link be.livc.workflow.engine.TaskList} tells what waits, and {@link
 * be.livc.workflow.engine.Models} shows the models. The engine knows ids, codes and times only; every row of it belongs to one cell;
 * jobs run in their cell. Processes are BPMN 2.0 (ISO/IEC 19510) under {@code processes/}.
 *
 * <p>Uses {@code cell}, {@code access} for the towns of a reader, and {@code platform}.
 */
@NullMarked
package be.livc.workflow.engine;

import org.jspecify.annotations.NullMarked;
