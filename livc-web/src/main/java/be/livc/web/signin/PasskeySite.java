package be.livc.web.signin;

/**
 * The site that passkeys are made for: a browser shows them to no other, however much it looks like this one.
 *
 * @param host name of the machine, which WebAuthn calls the id of the relying party
 * @param origin scheme, host and port that pages of the site come from
 */
record PasskeySite(String host, String origin) {}
