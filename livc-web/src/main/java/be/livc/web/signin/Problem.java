package be.livc.web.signin;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What the door answers to another program that it does not let in (RFC 9457).
 *
 * @param type says nothing more than the status
 * @param title the name of the status
 * @param status of the answer
 * @param code stable; part of the contract
 */
record Problem(String type, String title, int status, String code) {

    static Problem of(HttpStatus status, String code) {
        return new Problem("urn:livc:problem:" + code, status.getReasonPhrase(), status.value(), code);
    }

    ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
