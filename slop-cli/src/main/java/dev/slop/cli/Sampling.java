package dev.slop.cli;

import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.journal.DamagedLine;
import dev.slop.core.journal.JournalContents;
import dev.slop.core.journal.JournalReader;
import dev.slop.core.journal.RunHeader;
import dev.slop.core.journal.TalliedJournal;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.Spent;
import dev.slop.core.sampling.Batches;
import dev.slop.core.sampling.BudgetCheck;
import dev.slop.core.sampling.Sampler;
import dev.slop.core.sampling.SamplerBuilder;
import dev.slop.core.sampling.SamplingPlan;
import dev.slop.core.sampling.SamplingResult;
import dev.slop.core.sampling.StoppedLane;
import dev.slop.core.sampling.StoppingRule;
import dev.slop.report.RunFolder;
import dev.slop.report.embedding.EmbeddingContext;
import dev.slop.report.embedding.ExperimentEmbedder;
import dev.slop.report.stopping.ExperimentStopping;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks for what a run folder's journal does not hold yet. */
final class Sampling {
    private final Console console;
    private final boolean quiet;
    private final Experiment experiment;
    private final RunFolder folder;
    private final SamplingPlan plan;
    private final StoppingRule rule;
    private final ExperimentEmbedder embedder;

    Sampling(Console console, boolean quiet, Experiment experiment, RunFolder folder) {
        this.console = console;
        this.quiet = quiet;
        this.experiment = experiment;
        this.folder = folder;
        this.plan = SamplingPlan.of(experiment);
        this.embedder = ExperimentEmbedder.of(
                experiment, new EmbeddingContext(console.environment(), Optional.of(folder.embeddings()), this::say));
        this.rule = ExperimentStopping.of(experiment, embedder);
    }

    /** {@return the experiment's embedder} */
    ExperimentEmbedder embedder() {
        return embedder;
    }

    /** Samples what is missing and tells how it went. */
    Sampled sample(long seed) {
        Optional<JournalContents> stored = journalled();
        List<Sample> known =
                stored.map(contents -> contents.outcomesOf(plan.requests())).orElse(List.of());
        Map<ModelId, Spent> spent = stored.map(JournalContents::spent).orElse(Map.of());
        Batches before = Batches.of(plan, rule, known);
        if (before.due().isEmpty()) {
            say("all " + before.planned() + " samples are in " + folder.journal());
            return new Sampled(known, spent, before, false);
        }
        embedder.check();
        PriceList prices = Prices.of(experiment);
        BudgetCheck.require(experiment.budget(), prices, before.open(), spent);
        // Providers come before the journal: a run that lacks a key leaves no trace.
        try (Providers providers = Providers.of(experiment, console.environment());
                TalliedJournal journal = TalliedJournal.open(
                        folder.journal(),
                        new RunHeader(
                                experiment.name(),
                                Version.current(),
                                Clock.systemUTC().instant()),
                        stored)) {
            SamplingResult result = run(
                    known,
                    before,
                    Sampler.of(providers.byId())
                            .limits(experiment.limits())
                            .defaultLimits(providers.defaultLimits())
                            .budget(experiment.budget())
                            .prices(prices)
                            .spent(spent, plan)
                            .log(journal)
                            .stoppingRule(rule)
                            .seed(seed));
            tell(result);
            return sampled(journal.contents(), result.interrupted());
        }
    }

    private SamplingResult run(List<Sample> known, Batches before, SamplerBuilder settings) {
        say("asking for " + before.open().size() + " of " + before.planned() + " samples"
                + (experiment.mayStopEarly() ? " at most" : ""));
        try (Progress progress = Progress.start(console, quiet, before.open());
                Sampler sampler = settings.listener(progress).build();
                Interrupt interrupt = Interrupt.stopping(sampler, console)) {
            return interrupt.await(sampler.run(plan, known));
        } catch (UncheckedIOException e) {
            throw unwritten(e);
        }
    }

    /** The journal holds what was answered before the disk was full. */
    private CommandException unwritten(UncheckedIOException fault) {
        Sampled left = sampled(JournalReader.read(folder.journal()), false);
        return new CommandException(
                left.answers() > 0 ? ExitCode.PARTLY_DONE : ExitCode.NOTHING_DONE,
                fault.getMessage() + "; it holds " + left.answers() + " of "
                        + left.state().planned() + " samples, the same command asks for the rest");
    }

    private Optional<JournalContents> journalled() {
        if (!Files.exists(folder.journal())) {
            return Optional.empty();
        }
        JournalContents contents = JournalReader.read(folder.journal());
        tellDamage(contents);
        if (!contents.perhapsBilled().isEmpty()) {
            say(contents.perhapsBilled().size()
                    + " requests were under way when the last run ended: perhaps billed, asked again");
        }
        return Optional.of(contents);
    }

    private void tellDamage(JournalContents contents) {
        for (DamagedLine line : contents.damaged()) {
            console.message(folder.journal() + ":" + line.line() + ": damaged, skipped: " + line.reason());
        }
    }

    private Sampled sampled(JournalContents contents, boolean interrupted) {
        List<Sample> samples = contents.outcomesOf(plan.requests());
        return new Sampled(samples, contents.spent(), Batches.of(plan, rule, samples), interrupted);
    }

    /** {@return what the folder holds, from the journal alone; tells which of its lines cannot be used} */
    Sampled stored() {
        JournalContents contents =
                Step.during(console, quiet, "reading " + folder.journal(), () -> JournalReader.read(folder.journal()));
        tellDamage(contents);
        return sampled(contents, false);
    }

    private void tell(SamplingResult result) {
        Map<String, Integer> errors = new TreeMap<>();
        result.samples().stream()
                .filter(sample -> sample.outcome() == Outcome.FAILED)
                .forEach(sample -> errors.merge(
                        sample.key().model() + ": " + sample.error().orElse("failed"), 1, Integer::sum));
        errors.forEach(
                (error, count) -> console.message(count + (count == 1 ? " sample" : " samples") + " of " + error));
        for (StoppedLane lane : result.stoppedLanes()) {
            console.message(lane.model() + " was given up: " + lane.message());
        }
    }

    private void say(String text) {
        if (!quiet) {
            console.message(text);
        }
    }

    /**
     * What a run folder holds after sampling.
     *
     * @param samples every outcome of the plan's draws
     * @param spent what each model was sent and billed
     * @param state where the plan stands
     * @param interrupted whether the user ended it
     */
    record Sampled(List<Sample> samples, Map<ModelId, Spent> spent, Batches state, boolean interrupted) {
        long answers() {
            return samples.stream()
                    .filter(sample -> sample.outcome() != Outcome.FAILED)
                    .count();
        }
    }
}
