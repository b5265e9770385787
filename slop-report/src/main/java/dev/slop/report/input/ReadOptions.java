package dev.slop.report.input;

import dev.slop.core.AnswerForm;
import dev.slop.core.Cleaning;
import dev.slop.core.Expectation;
import dev.slop.core.SameAnswer;
import java.util.Locale;
import java.util.Optional;

/**
 * How files of answers are read. A column that is not named is guessed, whatever its case: the prompt from {@code
 * prompt}, {@code question}, {@code input} (and its id from {@code prompt_id}), the model from {@code model}, {@code
 * provider}, {@code generation_method}, the answer from {@code answer}, {@code response}, {@code text}, {@code output},
 * {@code completion}. Where a file has no column for the model, its answers are the model's that has the file's name;
 * where it has none for the prompt, they are all to one prompt, {@code all}.
 *
 * @param format of the files
 * @param promptField column of the prompt
 * @param modelField column of the model
 * @param answerField column of the answer
 * @param model name of the model where a file names none; else the file's name is the model's
 * @param answer form of the answers; else as the experiment says beside whose journal it lies, else any text
 * @param same when two answers are the same; else as the experiment says, else where they are equal
 * @param expect the distribution that answers are held against; else as the experiment says, unless {@code answer} is
 *     stated, for a distribution is one of a form
 * @param clean how answers are cleaned; else as the experiment says, else by default
 */
public record ReadOptions(
        Format format,
        Optional<String> promptField,
        Optional<String> modelField,
        Optional<String> answerField,
        Optional<String> model,
        Optional<AnswerForm> answer,
        Optional<SameAnswer> same,
        Optional<Expectation> expect,
        Optional<Cleaning> clean) {
    /** The formats that can be read. */
    public enum Format {
        /** Whatever the content looks like. */
        AUTO,
        /** A run's {@code journal.jsonl}. */
        JOURNAL,
        /** One JSON object a line. */
        JSONL,
        /** One JSON list of objects. */
        JSON,
        /** A header and rows, parted by commas, semicolons or tabs. */
        CSV,
        /** Plain text, an answer a line. */
        TEXT,
        /** Plain text, answers parted by blank lines. */
        PARAGRAPHS,
        /** NoveltyBench: generations, partitions or scores. */
        NOVELTYBENCH,
        /** verbalized-sampling: responses. */
        VERBALIZED_SAMPLING,
        /** promptfoo: JSON output. */
        PROMPTFOO,
        /** dat-bench: responses. */
        DAT_BENCH,
        /** lm-evaluation-harness: logged samples. */
        LM_EVAL,
        /** Inspect: a log as JSON. */
        INSPECT,
        /** OpenAI: output of a batch. */
        OPENAI_BATCH,
        /** slop-score: results. */
        SLOP_SCORE,
        /** llmrandom: results. */
        LLMRANDOM;

        /** {@return the name as it is typed, for example {@code lm-eval}} */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** {@return options that guess everything and state nothing} */
    public static ReadOptions withDefaults() {
        return new ReadOptions(
                Format.AUTO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * {@return the same for files of a stated format}
     *
     * @param value the format
     */
    public ReadOptions withFormat(Format value) {
        return new ReadOptions(value, promptField, modelField, answerField, model, answer, same, expect, clean);
    }

    /**
     * {@return the same with stated columns}
     *
     * @param prompt column of the prompt
     * @param modelColumn column of the model
     * @param answerText column of the answer
     */
    public ReadOptions withFields(Optional<String> prompt, Optional<String> modelColumn, Optional<String> answerText) {
        return new ReadOptions(format, prompt, modelColumn, answerText, model, answer, same, expect, clean);
    }

    /**
     * {@return the same with a model for files that name none}
     *
     * @param value name of the model
     */
    public ReadOptions withModel(Optional<String> value) {
        return new ReadOptions(format, promptField, modelField, answerField, value, answer, same, expect, clean);
    }

    /**
     * {@return the same with another way of measuring}
     *
     * @param form form of the answers
     * @param sameAnswer when two answers are the same
     * @param expectation the distribution that answers are held against
     */
    public ReadOptions measuring(
            Optional<AnswerForm> form, Optional<SameAnswer> sameAnswer, Optional<Expectation> expectation) {
        return new ReadOptions(
                format, promptField, modelField, answerField, model, form, sameAnswer, expectation, clean);
    }

    /**
     * {@return the same with answers cleaned in another way}
     *
     * @param value how
     */
    public ReadOptions withClean(Optional<Cleaning> value) {
        return new ReadOptions(format, promptField, modelField, answerField, model, answer, same, expect, value);
    }
}
