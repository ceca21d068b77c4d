/**
 * The packaged program as its users meet it: started as they start it, walked through in Chromium by the demo users.
 * Knows nothing of the program but its screens, its data folder and its jars.
 */
@NullMarked
package be.livc.browser;

import org.jspecify.annotations.NullMarked;
