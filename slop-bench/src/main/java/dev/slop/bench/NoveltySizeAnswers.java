package dev.slop.bench;

import dev.slop.metrics.analysis.Answer;
import dev.slop.metrics.analysis.AnswerTable;
import dev.slop.metrics.analysis.PromptSpec;
import dev.slop.metrics.answer.AnswerRules;
import dev.slop.metrics.answer.Outcome;
import dev.slop.metrics.grouping.AnswerGrouping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Answers of many models to many prompts, in numbers like those of NoveltyBench: some prompts have a favourite that
 * nearly all give, others hardly any answer twice; each model takes about two thirds of its answers from what all
 * models say and the others from what only it says.
 */
final class NoveltySizeAnswers {
    private static final double SHARED = 2.0 / 3;
    private static final int KINDS = 60;

    private NoveltySizeAnswers() {}

    static AnswerTable table(int models, int prompts, int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PromptSpec> specs = new ArrayList<>(prompts);
        List<Answer> answers = new ArrayList<>(models * prompts * samples);
        for (int p = 0; p < prompts; p++) {
            String id = "prompt-" + p;
            specs.add(new PromptSpec(id, id, AnswerRules.text(), AnswerGrouping.exact(), Optional.empty()));
            ZipfAnswers kinds = new ZipfAnswers(KINDS, 0.5 + 2.0 * p / prompts);
            for (int m = 0; m < models; m++) {
                for (int i = 0; i < samples; i++) {
                    String who = random.nextDouble() < SHARED ? "all" : "m" + m;
                    String text = "what " + who + " say, number " + kinds.draw(random);
                    answers.add(new Answer(id, "m" + m, Answer.DEFAULT_VARIANT, i, Outcome.ANSWERED, text));
                }
            }
        }
        return new AnswerTable(specs, answers);
    }
}
