package be.livc.web.layout;

/**
 * One line of the list of errors above a page.
 *
 * @param field the id of the field that it leads to
 * @param text what is wrong there, and what to do
 */
public record ErrorLine(String field, String text) {}
