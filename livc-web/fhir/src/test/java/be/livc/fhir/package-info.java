/**
 * The exported log beside the definitions of HL7 FHIR R5. Uses HL7's validator and a file that the program wrote; knows no class
 * of the program.
 */
@NullMarked
package be.livc.fhir;

import org.jspecify.annotations.NullMarked;
