package dev.slop.core.journal;

import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.limits.Spent;
import dev.slop.core.provider.CompletionRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a journal tells.
 *
 * @param runs the starts, in order
 * @param samples the final outcome of each draw in order of first appearance: the last one journalled, but an answer
 *     is never replaced by a failure
 * @param perhapsBilled draws whose last attempt was sent without its end being journalled, as a crash leaves them: the
 *     provider may have billed them
 * @param attempts requests sent
 * @param spent what each model was sent and billed, over all runs
 * @param damaged lines that were skipped
 * @param torn lines that a crash cut off; skipped too, and no cause for concern
 */
public record JournalContents(
        List<RunHeader> runs,
        List<Sample> samples,
        List<SampleKey> perhapsBilled,
        long attempts,
        Map<ModelId, Spent> spent,
        List<DamagedLine> damaged,
        List<DamagedLine> torn) {
    public JournalContents {
        runs = List.copyOf(runs);
        samples = List.copyOf(samples);
        perhapsBilled = List.copyOf(perhapsBilled);
        spent = Collections.unmodifiableMap(new TreeMap<>(spent));
        damaged = List.copyOf(damaged);
        torn = List.copyOf(torn);
    }

    /**
     * Finds what need not be asked again: refusals, blocks and truncations are answers, failures are not. An answer
     * journalled under another prompt id serves where the same is asked under a new id, but it serves only once: two
     * prompts of the same text each get answers of their own.
     *
     * @param plan everything that is to be asked
     * @return the answers by the plan's keys
     */
    public Map<SampleKey, Sample> answersTo(Collection<CompletionRequest> plan) {
        Map<String, List<Sample>> unused = answersByHash();
        Map<SampleKey, Sample> answers = new LinkedHashMap<>();
        for (CompletionRequest request : plan) {
            String id = request.key().prompt();
            take(unused, request, answer -> answer.key().prompt().equals(id))
                    .ifPresent(answer -> answers.put(request.key(), answer));
        }
        for (CompletionRequest request : plan) {
            if (!answers.containsKey(request.key())) {
                take(unused, request, answer -> true)
                        .ifPresent(answer -> answers.put(request.key(), answer.withKey(request.key())));
            }
        }
        return answers;
    }

    /**
     * Finds how the draws of a plan ended, failed ones included.
     *
     * @param plan everything that is to be asked
     * @return the outcomes, in the plan's order; draws that came to none are left out
     */
    public List<Sample> outcomesOf(Collection<CompletionRequest> plan) {
        Map<SampleKey, Sample> answers = answersTo(plan);
        Map<SampleKey, Sample> failed = new HashMap<>();
        samples.stream()
                .filter(sample -> sample.outcome() == Outcome.FAILED)
                .forEach(sample -> failed.put(sample.key(), sample));
        List<Sample> outcomes = new ArrayList<>();
        for (CompletionRequest request : plan) {
            Sample sample = answers.getOrDefault(request.key(), failed.get(request.key()));
            if (sample != null && sample.requestHash().equals(request.hash())) {
                outcomes.add(sample);
            }
        }
        return outcomes;
    }

    private Map<String, List<Sample>> answersByHash() {
        Map<String, List<Sample>> byHash = new HashMap<>();
        for (Sample sample : samples) {
            if (sample.outcome() != Outcome.FAILED) {
                byHash.computeIfAbsent(sample.requestHash(), hash -> new ArrayList<>(1))
                        .add(sample);
            }
        }
        return byHash;
    }

    private static Optional<Sample> take(
            Map<String, List<Sample>> unused, CompletionRequest request, Predicate<Sample> fits) {
        List<Sample> candidates = unused.getOrDefault(request.hash(), List.of());
        Optional<Sample> found = candidates.stream().filter(fits).findFirst();
        found.ifPresent(candidates::remove);
        return found;
    }
}
