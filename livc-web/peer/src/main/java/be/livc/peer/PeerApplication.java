package be.livc.peer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Flowable's REST service as its starter makes it, over the one process that lies beside it. */
@SpringBootApplication
public class PeerApplication {

    /** Starts it; the settings name its port and its database. */
    public static void main(String[] arguments) {
        SpringApplication.run(PeerApplication.class, arguments);
    }
}
