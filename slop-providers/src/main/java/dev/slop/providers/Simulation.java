package dev.slop.providers;

import dev.slop.core.Outcome;
import java.util.Map;

/**
 * What a simulated provider does.
 *
 * @param seed of everything drawn
 * @param byPrompt distributions by id of the prompt
 * @param others distribution of all other prompts
 * @param refused share of refusals among the answers
 * @param blocked share of blocks
 * @param truncated share of truncations
 * @param minLatencyMillis shortest time to a reply
 * @param maxLatencyMillis longest time to a reply, drawn uniformly
 * @param faults what goes wrong
 */
record Simulation(
        long seed,
        Map<String, Categorical> byPrompt,
        Categorical others,
        double refused,
        double blocked,
        double truncated,
        long minLatencyMillis,
        long maxLatencyMillis,
        Faults faults) {
    Categorical answers(String prompt) {
        return byPrompt.getOrDefault(prompt, others);
    }

    Outcome outcomeAt(double u) {
        if (u < refused) {
            return Outcome.REFUSED;
        }
        if (u < refused + blocked) {
            return Outcome.BLOCKED;
        }
        return u < refused + blocked + truncated ? Outcome.TRUNCATED : Outcome.ANSWERED;
    }

    long latencyAt(double u) {
        return minLatencyMillis + (long) (u * (maxLatencyMillis - minLatencyMillis + 1));
    }
}
