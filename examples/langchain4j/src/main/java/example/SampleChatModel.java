package example;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.slop.core.ModelId;
import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.providers.langchain4j.LangChain4jProvider;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Asks a ChatModel of LangChain4j the same thing five times. Put your own model in place of the one here. */
public final class SampleChatModel {
    private SampleChatModel() {}

    /** Stands in for a real one, such as {@code OpenAiChatModel.builder()….maxRetries(0).build()}. */
    private static final class FruitModel implements ChatModel {
        private final Random random = new Random(1);

        @Override
        public ChatResponse doChat(ChatRequest request) {
            String fruit = random.nextInt(4) == 0 ? "Apple" : "Mango";
            return ChatResponse.builder()
                    .aiMessage(AiMessage.from(fruit))
                    .modelName(request.modelName())
                    .build();
        }
    }

    public static void main(String[] args) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (CompletionProvider provider = LangChain4jProvider.of(new FruitModel(), threads)) {
            List<CompletableFuture<Completion>> asked = IntStream.range(0, 5)
                    .mapToObj(i -> provider.complete(request(i)))
                    .toList();
            List<String> answers =
                    asked.stream().map(CompletableFuture::join).map(Completion::text).toList();
            long mangos = answers.stream().filter("Mango"::equals).count();
            System.out.println(answers.size() + " answers of langchain4j/fruit-1, Mango " + mangos + " times");
        } finally {
            threads.shutdown();
        }
    }

    private static CompletionRequest request(int index) {
        ModelId model = ModelId.parse("langchain4j/fruit-1");
        return new CompletionRequest(
                new SampleKey("fruit", model, SampleKey.DEFAULT_VARIANT, index),
                "Pick a random fruit, only return the fruit",
                Optional.empty(),
                SamplingParameters.unset());
    }
}
