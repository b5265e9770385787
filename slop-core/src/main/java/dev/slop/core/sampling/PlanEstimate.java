package dev.slop.core.sampling;

import dev.slop.core.AnswerForm;
import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.Prompt;
import dev.slop.core.Sample;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.limits.TokenCount;
import dev.slop.core.provider.CompletionRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Estimates what a plan is going to take, before anything is sent.
 *
 * <p>Where answers to the same prompt by the same model are there, prompts and answers are taken to be as long as theirs.
 * Else a prompt has a token per four characters and one more; an answer is between {@value #SHORT_ANSWER} and
 * {@value #USUAL_ANSWER} tokens long, or {@value #SHORT_CHOICE} and {@value #USUAL_CHOICE} where a number or a choice is
 * asked for. Reasoning is not foreseen, nor are retries. No answer is taken to be longer than its limit.
 */
public final class PlanEstimate {
    /** Tokens of a short text. */
    static final int SHORT_ANSWER = 5;

    /** Tokens of a text. */
    static final int USUAL_ANSWER = 200;

    /** Tokens of a bare number or choice. */
    static final int SHORT_CHOICE = 2;

    /** Tokens of a number or choice with a few words around it. */
    static final int USUAL_CHOICE = 10;

    private final Map<String, AnswerForm> forms;
    private final Map<Asked, AnswersSoFar> byPrompt = new HashMap<>();
    private final Map<ModelId, AnswersSoFar> byModel = new HashMap<>();

    /** What was asked of whom. */
    private record Asked(ModelId model, String prompt) {}

    private PlanEstimate(Experiment experiment, Collection<Sample> answers) {
        this.forms = experiment.prompts().stream().collect(Collectors.toMap(Prompt::id, Prompt::answer));
        for (Sample answer : answers) {
            ModelId model = answer.key().model();
            byPrompt.computeIfAbsent(new Asked(model, answer.key().prompt()), key -> new AnswersSoFar())
                    .add(answer);
            byModel.computeIfAbsent(model, key -> new AnswersSoFar()).add(answer);
        }
    }

    /**
     * {@return the estimate of each model, in the order of the models' ids}
     *
     * @param experiment what is sampled, with its limits
     * @param missing what is still to be asked
     * @param answers what the experiment's models answered so far
     * @param defaults limits by provider id where the experiment states none
     * @param prices what models cost
     */
    public static List<ModelEstimate> of(
            Experiment experiment,
            SamplingPlan missing,
            Collection<Sample> answers,
            Map<String, RateLimits> defaults,
            PriceList prices) {
        PlanEstimate estimate = new PlanEstimate(experiment, answers);
        LaneLimits limits = new LaneLimits(experiment.limits(), defaults);
        Map<ModelId, List<CompletionRequest>> byModel = missing.requests().stream()
                .collect(Collectors.groupingBy(request -> request.key().model(), TreeMap::new, Collectors.toList()));
        List<ModelEstimate> models = new ArrayList<>();
        byModel.forEach((model, requests) -> models.add(estimate.model(model, requests, limits.of(model), prices)));
        return models;
    }

    private ModelEstimate model(ModelId model, List<CompletionRequest> requests, RateLimits limits, PriceList prices) {
        TokenCount low = TokenCount.none();
        TokenCount expected = TokenCount.none();
        Optional<TokenCount> high = Optional.of(TokenCount.none());
        long longest = 0;
        for (CompletionRequest request : requests) {
            AnswersSoFar seen =
                    byPrompt.getOrDefault(new Asked(model, request.key().prompt()), AnswersSoFar.NONE);
            long input = seen.longestInput().orElse(PromptTokens.likely(request));
            longest = Math.max(longest, input);
            low = low.plus(
                    new TokenCount(input, 0, limited(request, seen.shortest().orElse(shortest(request)))));
            expected = expected.plus(
                    new TokenCount(input, 0, limited(request, seen.mean().orElse(usual(request)))));
            high = request.parameters().maxOutputTokens().isEmpty()
                    ? Optional.empty()
                    : high.map(sum -> sum.plus(PromptTokens.most(request)));
        }
        long longestPrompt = longest;
        return new ModelEstimate(
                model,
                requests.size(),
                low,
                expected,
                high,
                time(requests.size(), expected, limits, byModel.getOrDefault(model, AnswersSoFar.NONE)),
                prices.of(model).filter(price -> price.holdsFor(longestPrompt)));
    }

    private static long limited(CompletionRequest request, long tokens) {
        return Math.min(tokens, request.parameters().maxOutputTokens().orElse(Integer.MAX_VALUE));
    }

    private long shortest(CompletionRequest request) {
        return isText(request) ? SHORT_ANSWER : SHORT_CHOICE;
    }

    private long usual(CompletionRequest request) {
        return isText(request) ? USUAL_ANSWER : USUAL_CHOICE;
    }

    private boolean isText(CompletionRequest request) {
        return forms.getOrDefault(request.key().prompt(), new AnswerForm.FreeText()) instanceof AnswerForm.FreeText;
    }

    /** The narrowest of the limits; that of requests under way needs to know how long one takes. */
    private static Optional<Duration> time(int requests, TokenCount tokens, RateLimits limits, AnswersSoFar seen) {
        double minutes = 0;
        minutes = Math.max(minutes, requests / limits.requestsPerMinute().orElse(Double.POSITIVE_INFINITY));
        minutes = Math.max(minutes, tokens.total() / limits.tokensPerMinute().orElse(Double.POSITIVE_INFINITY));
        minutes =
                Math.max(minutes, tokens.input() / limits.inputTokensPerMinute().orElse(Double.POSITIVE_INFINITY));
        minutes = Math.max(
                minutes, tokens.output() / limits.outputTokensPerMinute().orElse(Double.POSITIVE_INFINITY));
        if (limits.inFlight().isPresent()) {
            minutes = Math.max(
                    minutes, seen.meanMinutes() * requests / limits.inFlight().getAsInt());
        }
        return minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round(minutes * 60_000)));
    }
}
