package dev.slop.bench;

import dev.slop.metrics.lexical.LexicalDiversity;
import dev.slop.metrics.lexical.RougeL;
import dev.slop.metrics.lexical.SelfBleu;
import dev.slop.metrics.lexical.TokenizedTexts;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Self-BLEU-4, all-pairs ROUGE-L and distinct-1 to 4 over Zipf-like texts, the tokens given: slop, and the textbook's
 * definitions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class TextBenchmark {
    /** Number of texts; the baselines grow with its square. */
    @Param({"100", "1000"})
    public int texts;

    /** Words a text. */
    @Param("80")
    public int words;

    private List<List<String>> tokens = List.of();
    private TokenizedTexts tokenized = TokenizedTexts.of(List.of());

    /** Writes the texts. */
    @Setup
    public void write() {
        tokens = ZipfTexts.of(texts, words, 42);
        tokenized = TokenizedTexts.ofTokens(tokens);
    }

    /** {@return self-BLEU-4 by slop} */
    @Benchmark
    public double selfBleu() {
        return SelfBleu.of(tokenized, 4).orElseThrow();
    }

    /** {@return self-BLEU-4, each text against the counts of all others} */
    @Benchmark
    public double selfBleuTextbook() {
        return TextbookTexts.selfBleu(tokens, 4);
    }

    /** {@return ROUGE-L homogenisation by slop} */
    @Benchmark
    public double rougeL() {
        return RougeL.homogenisation(tokenized).orElseThrow();
    }

    /** {@return ROUGE-L homogenisation by the matrix of each pair} */
    @Benchmark
    public double rougeLTextbook() {
        return TextbookTexts.rougeL(tokens);
    }

    /** {@return mean distinct-1 to 4 by slop} */
    @Benchmark
    public double distinct() {
        return LexicalDiversity.meanDistinct(tokenized, 4).orElseThrow();
    }

    /** {@return mean distinct-1 to 4 by sets of joined words} */
    @Benchmark
    public double distinctTextbook() {
        return TextbookTexts.meanDistinct(tokens, 4);
    }
}
