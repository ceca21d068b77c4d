package be.livc.casefile;

/**
 * What a plan wants to reach.
 *
 * @param domain a code of the list {@code life-domains}
 */
public record Goal(String domain, String goal) {}
