package dev.slop.bench.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a journal says, read without slop's own reader.
 *
 * @param answers texts of the outcomes by key, failures not among them
 * @param failed keys of draws that failed for good
 * @param twice keys with more than one outcome
 * @param underWay keys sent without an end
 */
public record JournalAudit(Map<String, String> answers, Set<String> failed, List<String> twice, Set<String> underWay) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ANSWERS = Set.of("answered", "refused", "blocked", "truncated");

    /**
     * {@return the audit of a journal, empty if there is none}
     *
     * @param journal the file
     * @throws IOException if it cannot be read
     */
    public static JournalAudit of(Path journal) throws IOException {
        JournalAudit audit = new JournalAudit(new HashMap<>(), new HashSet<>(), new ArrayList<>(), new HashSet<>());
        if (Files.exists(journal)) {
            try (BufferedReader lines = Files.newBufferedReader(journal)) {
                lines.lines().forEach(audit::add);
            }
        }
        return audit;
    }

    private void add(String text) {
        JsonNode line;
        try {
            line = JSON.readTree(text);
        } catch (IOException torn) {
            // What a kill cut off.
            return;
        }
        String event = line.path("event").asText();
        String key = line.path("key").asText();
        if (event.equals("sent")) {
            underWay.add(key);
        } else if (ANSWERS.contains(event)) {
            ended(key, answers.put(key, line.path("text").asText()) != null);
        } else if (event.equals("failed")) {
            ended(key, !failed.add(key));
        } else {
            underWay.remove(key);
        }
    }

    private void ended(String key, boolean again) {
        underWay.remove(key);
        if (again) {
            twice.add(key);
        }
    }
}
