package dev.slop.core.journal;

import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.limits.Spent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Folds the lines of a journal into its contents. */
final class JournalTally {
    /** The hash leaves the prompt's id out, so two prompts of one text are told apart here. */
    private record Draw(String hash, String prompt) {
        static Draw of(Sample sample) {
            return new Draw(sample.requestHash(), sample.key().prompt());
        }
    }

    private static final Map<String, Outcome> OUTCOMES = JournalNames.table(Outcome.class);

    private final List<RunHeader> runs = new ArrayList<>();
    private final Map<Draw, Sample> samples = new LinkedHashMap<>();
    private final Map<Draw, SampleKey> underWay = new LinkedHashMap<>();
    /* Perhaps billed and already reckoned as such; from before the tally began. */
    private final Set<SampleKey> settled = new LinkedHashSet<>();
    private final List<DamagedLine> damaged = new ArrayList<>();
    private final List<DamagedLine> torn = new ArrayList<>();
    private final Map<String, ModelId> models = new HashMap<>();
    private final Map<ModelId, SpentTally> spent = new TreeMap<>();
    private @Nullable DamagedLine undecided;
    private long attempts;

    /** Starts with nothing. */
    JournalTally() {}

    /** Goes on from what a journal told, which a further run is now added to. */
    JournalTally(JournalContents before) {
        runs.addAll(before.runs());
        before.samples().forEach(sample -> samples.put(Draw.of(sample), sample));
        settled.addAll(before.perhapsBilled());
        damaged.addAll(before.damaged());
        torn.addAll(before.torn());
        before.spent().forEach((model, taken) -> spent.put(model, new SpentTally(taken)));
        attempts = before.attempts();
    }

    void add(JournalLine line) {
        switch (line.eventName()) {
            case JournalEncoder.RUN -> run(line.toRun());
            case JournalEncoder.SENT -> sent(line.toKey(this::model), line.hash());
            case JournalEncoder.RETRIED -> retried(line.toKey(this::model), line.hash(), line.isPerhapsBilled());
            default -> finished(line);
        }
        decide(damaged);
    }

    void run(RunHeader run) {
        runs.add(run);
        // The record before a new start is where the last run was cut off.
        decide(torn);
    }

    void sent(SampleKey key, String hash) {
        spent(key).sent();
        settled.remove(key);
        if (underWay.put(new Draw(hash, key.prompt()), key) != null) {
            spent(key).perhapsBilled(hash);
        }
        attempts++;
    }

    void retried(SampleKey key, String hash, boolean perhapsBilled) {
        underWay.remove(new Draw(hash, key.prompt()));
        if (perhapsBilled) {
            spent(key).perhapsBilled(hash);
        }
    }

    private SpentTally spent(SampleKey key) {
        return spent.computeIfAbsent(key.model(), model -> new SpentTally());
    }

    private void finished(JournalLine line) {
        Outcome outcome = OUTCOMES.get(line.eventName());
        if (outcome == null) {
            throw new IllegalArgumentException("event '" + line.eventName() + "' is not known");
        }
        finished(line.toSample(outcome, this::model));
    }

    void finished(Sample sample) {
        Draw draw = Draw.of(sample);
        underWay.remove(draw);
        spent(sample.key()).billed(draw.hash(), sample.usage());
        if (sample.outcome() == Outcome.FAILED) {
            samples.merge(draw, sample, (old, failed) -> old.outcome() == Outcome.FAILED ? failed : old);
        } else {
            samples.put(draw, sample);
        }
    }

    /** A journal names few models many times. */
    private ModelId model(String text) {
        return models.computeIfAbsent(text, ModelId::parse);
    }

    void addDamaged(DamagedLine line, boolean ended) {
        decide(damaged);
        undecided = line;
        if (!ended) {
            decide(torn);
        }
    }

    private void decide(List<DamagedLine> kind) {
        if (undecided != null) {
            kind.add(undecided);
            undecided = null;
        }
    }

    JournalContents contents() {
        decide(damaged);
        List<SampleKey> perhapsBilled = new ArrayList<>(settled);
        perhapsBilled.addAll(underWay.values());
        return new JournalContents(
                runs, List.copyOf(samples.values()), perhapsBilled, attempts, spent(), damaged, torn);
    }

    /** What is under way now is not taken from the tally, which may go on. */
    private Map<ModelId, Spent> spent() {
        Map<ModelId, SpentTally> total = new TreeMap<>();
        spent.forEach((model, tally) -> total.put(model, new SpentTally(tally.spent())));
        underWay.forEach((draw, key) ->
                Objects.requireNonNull(total.get(key.model()), "it was sent").perhapsBilled(draw.hash()));
        Map<ModelId, Spent> spentNow = new TreeMap<>();
        total.forEach((model, tally) -> spentNow.put(model, tally.spent()));
        return spentNow;
    }
}
