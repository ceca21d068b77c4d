package be.livc.web.bench;

import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Flowable's own REST service: starts the bare process, then asks for its task and completes it until there is none left. */
final class BareFlow implements WholeFlow {

    /** What answers once the service is ready. */
    static final String WELL_AT = "/process-api/repository/process-definitions?key=bare";

    private static final int TASKS = 12;
    private static final String START = Caller.json(Map.of("processDefinitionKey", "bare"));
    private static final String COMPLETE = Caller.json(Map.of("action", "complete"));

    private final Caller caller;

    BareFlow(int port) {
        this.caller = Caller.at("http://127.0.0.1:" + port + "/process-api");
    }

    @Override
    public void make(int n) throws IOException {
        String process = Caller.tree(caller.post("/runtime/process-instances", START))
                .get("id")
                .asString();
        for (int done = 0; done < TASKS; done++) {
            JsonNode open = Caller.tree(caller.get("/runtime/tasks?processInstanceId=" + process))
                    .get("data");
            caller.post("/runtime/tasks/" + open.get(0).get("id").asString(), COMPLETE);
        }
    }

    /** Throws when the process is longer than what {@link #make} walks: its last flow must have ended it. */
    void requireEnded() throws IOException {
        if (Caller.tree(caller.get("/runtime/process-instances")).get("total").asInt() != 0) {
            throw new IllegalStateException("a flow of the bare process did not end");
        }
    }

    @Override
    public int userTasks() {
        return TASKS;
    }

    @Override
    public int calls() {
        return 1 + 2 * TASKS;
    }
}
