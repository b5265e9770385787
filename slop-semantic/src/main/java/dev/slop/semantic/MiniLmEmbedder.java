package dev.slop.semantic;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.slop.metrics.vector.EmbeddingException;
import dev.slop.metrics.vector.Embeddings;
import dev.slop.metrics.vector.TextEmbedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * all-MiniLM-L6-v2, quantised to 8 bits: 384 dimensions, in process, offline, for English above all. The mean of the token
 * vectors; a text's first {@value #MOST_TOKENS} tokens (about 400 English words) count, what follows does not.
 *
 * <p>Each text is a run of its own. The quantised model scales its activations by the largest of all texts in a run, so in
 * a padded batch a text's row would depend on its neighbours. The processors are used by running texts side by side in the
 * common pool, the longest first, each run on one thread.
 *
 * <p>The runtime's native library is unpacked to the temporary folder, the tokenizer's to {@code ~/.djl.ai}. Source of the
 * model: Wang et al., MiniLM (NeurIPS 2020); Reimers and Gurevych, Sentence-BERT (EMNLP 2019).
 */
public final class MiniLmEmbedder implements TextEmbedder {
    /** Tokens of a text that are read. */
    public static final int MOST_TOKENS = 512;

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    /** Characters that cannot matter to the first tokens, the longest of which are words of 100 characters. */
    private static final int MOST_CHARACTERS = 100 * MOST_TOKENS;

    private static final double SAME_MEANING = 0.91;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private MiniLmEmbedder(OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /**
     * {@return the embedder, with its model loaded, which takes about half a second}
     *
     * @throws EmbeddingException if the model does not load, for instance where there is no native library for the platform
     */
    public static MiniLmEmbedder create() {
        try (InputStream vocabulary = resource(TOKENIZER);
                InputStream model = resource(MODEL);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            options.setIntraOpNumThreads(1);
            OrtSession session = environment.createSession(model.readAllBytes(), options);
            Map<String, String> reading = Map.of(
                    "padding",
                    "false",
                    "truncation",
                    "true",
                    "maxLength",
                    Integer.toString(MOST_TOKENS),
                    "modelMaxLength",
                    Integer.toString(MOST_TOKENS));
            return new MiniLmEmbedder(environment, session, HuggingFaceTokenizer.newInstance(vocabulary, reading));
        } catch (OrtException | IOException | LinkageError e) {
            throw new EmbeddingException("the sentence model does not load: " + e.getMessage(), e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream resource = MiniLmEmbedder.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IOException(name + " is not on the class path");
        }
        return resource;
    }

    @Override
    public String name() {
        return "all-MiniLM-L6-v2 (quantised)";
    }

    /**
     * {@return 0.91} Chosen on the 1,000 pairs of answers that people labelled for NoveltyBench; docs/grouping.md tells
     * how well it does.
     */
    @Override
    public OptionalDouble sameMeaning() {
        return OptionalDouble.of(SAME_MEANING);
    }

    @Override
    public Embeddings embed(List<String> texts) {
        float[][] rows = new float[texts.size()][];
        List<Integer> longestFirst = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -texts.get(i).length()))
                .toList();
        IntStream.range(0, rows.length).parallel().forEach(i -> {
            int position = longestFirst.get(i);
            rows[position] = row(texts.get(position));
        });
        return Embeddings.of(Arrays.asList(rows));
    }

    private float[] row(String text) {
        long[] tokens = tokenizer.encode(head(text), true, false).getIds();
        long[] shape = {1, tokens.length};
        long[] ones = new long[tokens.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[tokens.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), tokens.length);
        } catch (OrtException e) {
            throw new EmbeddingException(
                    "a text of " + text.length() + " characters cannot be embedded: " + e.getMessage(), e);
        }
    }

    /** The tokenizer takes time for all of a text before it cuts, and UTF-8 knows no unpaired surrogates. */
    private static String head(String text) {
        String head = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        return new String(head.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static float[] mean(FloatBuffer vectors, int tokens) {
        float[] sum = new float[vectors.remaining() / tokens];
        for (int token = 0; token < tokens; token++) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += vectors.get();
            }
        }
        return sum; // its length does not matter
    }
}
