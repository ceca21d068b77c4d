package be.livc.workflow.livcr;

import be.livc.access.Hold;

/**
 * What keeps a step waiting.
 *
 * @param by what has to end first
 * @param butClosing whether the step can end the case meanwhile, and only what adds to it waits
 */
public record HeldStep(Hold by, boolean butClosing) {}
