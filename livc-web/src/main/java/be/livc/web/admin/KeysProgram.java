package be.livc.web.admin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys from a command line, on a program that runs: {@code java -jar livc-web.jar keys [status|renew-cell|renew-master]
 * --user name [--server http://localhost:8080] [--cell id] [--otp code]}, with the administrator's password in {@code
 * LIVC_PASSWORD} and, where it is asked for, the code that their device shows. It signs in like anybody and asks over REST, so
 * that access is judged and recorded as on the screen.
 */
public final class KeysProgram {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;

    private KeysProgram(String server) {
        this.server = server;
    }

    /**
     * Does what the arguments say and prints the ages and the progress.
     *
     * @return 0 when it was done, 1 when the program refused or does not answer, 2 when the arguments say nothing that can be done
     */
    public static int run(String[] args, String password) throws InterruptedException {
        Map<String, String> given = new HashMap<>();
        List<String> acts = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--") && i + 1 < args.length) {
                given.put(args[i], args[++i]);
            } else {
                acts.add(args[i]);
            }
        }
        String act = acts.isEmpty() ? "status" : acts.get(0);
        if (!List.of("status", "renew-cell", "renew-master").contains(act) || !given.containsKey("--user")) {
            System.err.println("keys [status|renew-cell|renew-master] --user name [--server http://localhost:8080]"
                    + " [--cell id] [--otp code of your device]; the password in LIVC_PASSWORD");
            return 2;
        }
        String server = given.getOrDefault("--server", "http://localhost:8080");
        try {
            return new KeysProgram(server).act(act, given, password);
        } catch (IOException | IllegalArgumentException unreachable) {
            System.err.println(
                    "nothing answers at " + server + ": is the program running, and is --server its address?");
            return 1;
        }
    }

    private int act(String act, Map<String, String> given, String password) throws IOException, InterruptedException {
        Map<String, String> signIn = new HashMap<>(Map.of("username", given.get("--user"), "password", password));
        for (String more : List.of("cell", "otp")) {
            Optional.ofNullable(given.get("--" + more)).ifPresent(value -> signIn.put(more, value));
        }
        HttpResponse<String> token = send(request("/tokens").POST(json(signIn)));
        if (token.statusCode() != 201) {
            return refused(token);
        }
        String bearer = "Bearer " + JSON.readTree(token.body()).get("token").asString();
        HttpResponse<String> answer = act.equals("status")
                ? send(request("/keys").header("Authorization", bearer).GET())
                : send(request("/keys/renewals")
                        .header("Authorization", bearer)
                        .POST(json(Map.of("scope", act.equals("renew-cell") ? "CELL" : "MASTER"))));
        if (answer.statusCode() >= 300) {
            return refused(answer);
        }
        print(JSON.readTree(answer.body()));
        return 0;
    }

    private static int refused(HttpResponse<String> answer) {
        System.err.println(answer.statusCode() + " " + answer.body());
        return 1;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + "/api/v1" + path)).header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Map<String, String> body) {
        return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void print(JsonNode keys) {
        System.out.printf("backups are kept %s days%n", keys.get("backupHorizonDays"));
        print("master key", keys.get("masterKeys"));
        print("cell key", keys.get("cellKeys"));
        progress("cells under the newest master key", keys.get("cells"));
        progress("case keys under the newest cell key", keys.get("caseKeys"));
        System.out.printf(
                "next: master key %s, cell key %s%n",
                keys.get("nextMasterKey").asString(), keys.get("nextCellKey").asString());
    }

    private static void print(String what, JsonNode ages) {
        for (JsonNode age : ages) {
            JsonNode ends = age.get("endsAt");
            System.out.printf(
                    "%s %s since %s %s%s%n",
                    what,
                    age.get("name").asString(),
                    age.get("since").asString(),
                    age.get("state").asString(),
                    ends == null || ends.isNull() ? "" : ", ends " + ends.asString());
        }
    }

    private static void progress(String what, JsonNode progress) {
        System.out.printf("%s: %s of %s%n", what, progress.get("done"), progress.get("all"));
    }
}
