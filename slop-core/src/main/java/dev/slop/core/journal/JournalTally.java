package dev.slop.core.journal;

import dev.slop.core.ModelId;
import dev.slop.core.Outcome;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.limits.Spent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Folds the lines of a journal into its contents. */
final class JournalTally {
    /** The hash leaves the prompt's id out, so two prompts of one text are told apart here. */
    private record Draw(String hash, String prompt) {}

    private static final Map<String, Outcome> OUTCOMES = JournalNames.table(Outcome.class);

    private final List<RunHeader> runs = new ArrayList<>();
    private final Map<Draw, Sample> samples = new LinkedHashMap<>();
    private final Map<Draw, SampleKey> underWay = new LinkedHashMap<>();
    private final List<DamagedLine> damaged = new ArrayList<>();
    private final List<DamagedLine> torn = new ArrayList<>();
    private final Map<String, ModelId> models = new HashMap<>();
    private final Map<ModelId, SpentTally> spent = new TreeMap<>();
    private @Nullable DamagedLine undecided;
    private long attempts;

    void add(JournalLine line) {
        switch (line.eventName()) {
            case JournalEncoder.RUN -> run(line.toRun());
            case JournalEncoder.SENT -> sent(line);
            case JournalEncoder.RETRIED -> retried(line);
            default -> finished(line);
        }
        decide(damaged);
    }

    private void run(RunHeader run) {
        runs.add(run);
        // The record before a new start is where the last run was cut off.
        decide(torn);
    }

    private void sent(JournalLine line) {
        SampleKey key = line.toKey(this::model);
        spent(key).sent();
        if (underWay.put(new Draw(line.hash(), key.prompt()), key) != null) {
            spent(key).perhapsBilled(line.hash());
        }
        attempts++;
    }

    private void retried(JournalLine line) {
        SampleKey key = line.toKey(this::model);
        underWay.remove(new Draw(line.hash(), key.prompt()));
        if (line.isPerhapsBilled()) {
            spent(key).perhapsBilled(line.hash());
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
        Sample sample = line.toSample(outcome, this::model);
        Draw draw = new Draw(sample.requestHash(), sample.key().prompt());
        underWay.remove(draw);
        spent(sample.key()).billed(draw.hash(), sample.usage());
        if (outcome == Outcome.FAILED) {
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
        underWay.forEach((draw, key) -> spent(key).perhapsBilled(draw.hash()));
        Map<ModelId, Spent> total = new TreeMap<>();
        spent.forEach((model, tally) -> total.put(model, tally.spent()));
        return new JournalContents(
                runs, List.copyOf(samples.values()), List.copyOf(underWay.values()), attempts, total, damaged, torn);
    }
}
