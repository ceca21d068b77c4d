package be.livc.document;

/**
 * What was found out while a file came in.
 *
 * @param type as found in its content
 * @param size in bytes
 * @param digest SHA-256 of the content, hexadecimal
 */
record Received(String type, long size, String digest, DocumentState state) {}
