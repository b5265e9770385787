package dev.slop.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.AnswerForm;
import dev.slop.core.Expectation;
import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.Prompt;
import dev.slop.core.SameAnswer;
import dev.slop.core.SamplingParameters;
import dev.slop.core.limits.Budget;
import dev.slop.core.limits.RateLimits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back. */
final class ExperimentRoundTripTest {
    @TempDir
    private Path folder;

    private Experiment writtenAndRead(Experiment experiment) {
        Path file = folder.resolve("experiment.yaml");
        ExperimentFile.write(experiment, file);
        return ExperimentFile.read(file);
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                "yes",
                "~",
                "null",
                "5",
                "1e3",
                "2026-01-01",
                "- a",
                "a: b",
                "a #b",
                "#",
                "*a",
                "&a b",
                "!!int 5",
                "<<",
                "'",
                "\"",
                "\\",
                "{a: b}",
                "[",
                "%TAG",
                "---",
                "...",
                "|",
                "> x",
                " leading",
                "trailing ",
                "\ttab",
                "line\nline",
                "line\n\n  line\n",
                "\n\nx",
                "\r\nx\r",
                "x\u0000\u0001\u001b[31m\u007f",
                "x\u0085\u2028\u2029",
                "\uFEFFx",
                "漢字 🥭 é",
                "x".repeat(300) + " " + "y".repeat(300),
                "word ".repeat(200) + "end");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void write_hostileText_isReadBackExactly(String text) {
        Experiment experiment = new Experiment(
                "hostile",
                List.of(ModelId.parse("a/b")),
                1,
                List.of(new Prompt(
                        text,
                        text,
                        Optional.of(text),
                        OptionalInt.empty(),
                        new AnswerForm.Choice(List.of(text, "other")),
                        SameAnswer.EXACT,
                        Optional.of(new Expectation.Weights(Map.of(text, 1.0))))),
                SamplingParameters.unset(),
                Map.of(),
                Budget.unlimited(),
                Map.of());

        assertThat(writtenAndRead(experiment)).isEqualTo(experiment);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void write_randomNumbers_areReadBackExactly(long seed) {
        Experiment experiment = random(new Random(seed));

        assertThat(writtenAndRead(experiment)).isEqualTo(experiment);
    }

    private static Experiment random(Random random) {
        return new Experiment(
                "e" + random.nextInt(),
                List.of(ModelId.parse("a/" + random.nextLong()), ModelId.parse("b/x/y")),
                1 + random.nextInt(Integer.MAX_VALUE),
                IntStream.range(0, 1 + random.nextInt(5))
                        .mapToObj(i -> prompt(random, i))
                        .toList(),
                new SamplingParameters(
                        OptionalDouble.of(2 * random.nextDouble()),
                        OptionalDouble.of(Math.pow(10, -20 * random.nextDouble())),
                        OptionalInt.of(1 + random.nextInt(Integer.MAX_VALUE)),
                        OptionalInt.empty(),
                        OptionalLong.of(random.nextLong()),
                        Optional.empty(),
                        List.of()),
                Map.of("a", new RateLimits(positive(random), positive(random), OptionalInt.empty())),
                new Budget(
                        OptionalLong.of(random.nextLong() >>> 1),
                        OptionalLong.empty(),
                        Optional.of(BigDecimal.valueOf(random.nextInt(1_000_000), 1 + random.nextInt(6)))),
                Map.of());
    }

    private static Prompt prompt(Random random, int i) {
        long low = random.nextLong() >> 2;
        return new Prompt(
                "id" + i,
                "text " + random.nextInt(),
                Optional.empty(),
                random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(100)) : OptionalInt.empty(),
                new AnswerForm.WholeNumber(low, low + random.nextInt(100)),
                random.nextBoolean() ? SameAnswer.EXACT : SameAnswer.NEAR_DUPLICATE,
                Optional.of(new Expectation.Weights(Map.of("1", 1e300 * random.nextDouble(), "2", Double.MIN_NORMAL))));
    }

    private static OptionalDouble positive(Random random) {
        return OptionalDouble.of(Math.pow(10, random.nextInt(40) - 20) * (1 + random.nextInt(1000)));
    }
}
