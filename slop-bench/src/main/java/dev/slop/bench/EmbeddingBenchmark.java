package dev.slop.bench;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.slop.metrics.vector.TextEmbedder;
import dev.slop.semantic.MiniLmEmbedder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Embedding 1,000 joke-like texts with the same quantised model: slop, and LangChain4j's own ways. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class EmbeddingBenchmark {
    private static final int TEXTS = 1_000;

    private final TextEmbedder slop = MiniLmEmbedder.create();
    private final EmbeddingModel library = new AllMiniLmL6V2QuantizedEmbeddingModel();
    private List<String> jokes = List.of();
    private List<TextSegment> segments = List.of();

    /** Writes the jokes. */
    @Setup
    public void write() {
        jokes = JokeTexts.generate(TEXTS, TEXTS, 42).texts();
        segments = jokes.stream().map(TextSegment::from).toList();
    }

    /** {@return rows by slop} */
    @Benchmark
    public int slop() {
        return slop.embed(jokes).size();
    }

    /** {@return rows by the library, all in one call} */
    @Benchmark
    public int libraryAll() {
        return library.embedAll(segments).content().size();
    }

    /** {@return rows by the library, one after the other} */
    @Benchmark
    public int libraryOneByOne() {
        int rows = 0;
        for (TextSegment segment : segments) {
            rows += library.embed(segment).content().dimension() > 0 ? 1 : 0;
        }
        return rows;
    }
}
