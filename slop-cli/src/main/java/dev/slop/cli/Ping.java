package dev.slop.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.core.ConfigurationException;
import dev.slop.core.ModelId;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.ProviderConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks models one tiny question each, to see whether key, server and name are right. */
final class Ping {
    private static final String QUESTION = "Reply with the single word: pong";
    private static final long TIMEOUT_SECONDS = 30;

    private Ping() {}

    /** Prints a line a model; the exit code tells whether all, some or none answered. */
    static int all(List<ModelId> models, Map<String, ProviderConfig> configs, Console console, boolean json) {
        if (models.isEmpty()) {
            throw new CommandException(
                    ExitCode.NOTHING_DONE,
                    "no key is set; 'slop providers' names the variables, or name an experiment");
        }
        List<Result> results = new ArrayList<>();
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ModelId model : models) {
            Result result = one(model, configs, console);
            results.add(result);
            if (json) {
                result.into(array.addObject());
            } else {
                console.out().println(result);
            }
        }
        if (json) {
            console.out().println(array.toPrettyString());
        }
        long good = results.stream().filter(Result::ok).count();
        if (good == results.size()) {
            return ExitCode.DONE;
        }
        return good == 0 ? ExitCode.NOTHING_DONE : ExitCode.PARTLY_DONE;
    }

    private static Result one(ModelId model, Map<String, ProviderConfig> configs, Console console) {
        long start = System.nanoTime();
        try (Providers providers = Providers.of(List.of(model), configs, console.environment())) {
            CompletionRequest request = new CompletionRequest(
                    new SampleKey("ping", model, SampleKey.DEFAULT_VARIANT, 0),
                    QUESTION,
                    Optional.empty(),
                    SamplingParameters.unset());
            CompletableFuture<Completion> reply = Objects.requireNonNull(
                            providers.byId().get(model.provider()))
                    .complete(request);
            Completion completion = reply.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return new Result(
                    model,
                    true,
                    millis(start),
                    completion.modelVersion().map(v -> "answered as " + v).orElse("answered"));
        } catch (ExecutionException e) {
            return new Result(model, false, millis(start), reason(e));
        } catch (TimeoutException e) {
            return new Result(model, false, millis(start), "no answer in " + TIMEOUT_SECONDS + " s");
        } catch (ConfigurationException | CommandException e) {
            return new Result(model, false, millis(start), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(model, false, millis(start), "interrupted");
        }
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    private static long millis(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /**
     * How one model took it.
     *
     * @param model the model asked
     * @param ok whether it replied
     * @param millis how long it took
     * @param detail what it said, or what went wrong
     */
    private record Result(ModelId model, boolean ok, long millis, String detail) {
        void into(ObjectNode node) {
            node.put("model", model.toString());
            node.put("ok", ok);
            node.put("millis", millis);
            node.put("detail", detail);
        }

        @Override
        public String toString() {
            return Console.oneLine(model + ": " + (ok ? "ok, " : "failed, ") + detail + " (" + millis + " ms)");
        }
    }
}
