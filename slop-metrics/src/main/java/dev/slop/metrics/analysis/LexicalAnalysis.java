package dev.slop.metrics.analysis;

import dev.slop.metrics.Quantity;
import dev.slop.metrics.lexical.OverusedPhrase;
import dev.slop.metrics.lexical.SharedPhrase;
import dev.slop.metrics.lexical.TextLengths;
import java.util.List;

/**
 * How answers are worded, of the prompts that are answered by text: those whose answers have four words in the median.
 *
 * @param prompts per such prompt, in the table's order
 * @param models what each model says more often than the others, over these prompts, by name
 */
public record LexicalAnalysis(List<PromptWording> prompts, List<ModelWording> models) {
    public LexicalAnalysis {
        prompts = List.copyOf(prompts);
        models = List.copyOf(models);
    }

    /** {@return the analysis of a study without a prompt that is answered by text} */
    public static LexicalAnalysis none() {
        return new LexicalAnalysis(List.of(), List.of());
    }

    /**
     * One prompt.
     *
     * @param prompt its id
     * @param models per model with an answer, by name
     * @param shared the longest phrases that several models wrote verbatim and the prompt does not hold
     */
    public record PromptWording(String prompt, List<ModelTexts> models, List<SharedPhrase> shared) {
        public PromptWording {
            models = List.copyOf(models);
            shared = List.copyOf(shared);
        }
    }

    /**
     * The answers of one model to one prompt. All but the length depend on how many answers there are and how long.
     *
     * @param model its name
     * @param length in words
     * @param distinct1 different words over words
     * @param distinct2 different pairs of words over pairs
     * @param expectationAdjusted expectation-adjusted distinct-1 with V = 50,257
     * @param selfBleu4 self-BLEU-4
     * @param rougeL ROUGE-L homogenisation
     * @param compressionRatio bytes over bytes of the gzip file
     */
    public record ModelTexts(
            String model,
            TextLengths length,
            Quantity distinct1,
            Quantity distinct2,
            Quantity expectationAdjusted,
            Quantity selfBleu4,
            Quantity rougeL,
            Quantity compressionRatio) {}

    /**
     * One model over all prompts that are answered by text.
     *
     * @param model its name
     * @param texts its answers
     * @param overused the phrases it over-uses most, greatest z first
     */
    public record ModelWording(String model, int texts, List<OverusedPhrase> overused) {
        public ModelWording {
            overused = List.copyOf(overused);
        }
    }
}
