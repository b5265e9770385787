package dev.slop.providers.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.slop.core.SamplingParameters;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Samples a {@code ChatModel} of LangChain4j.
 *
 * <p>Sent are the prompt, the system prompt, the name of the model as it stands after the slash of its id, and of the
 * parameters those that are set. LangChain4j's common request knows no {@code seed} and no {@code reasoning-effort}: a
 * request that sets one fails with {@link InvalidRequestException} before anything is sent; set them on the {@code
 * ChatModel} instead. Build the model with {@code maxRetries(0)}, because the engine retries and its pauses count.
 *
 * <p>LangChain4j hides the reply's headers: limits are not learnt, {@code Retry-After} is not known, and reasoning and
 * cached tokens are not told apart. A server's words are kept in errors, but no word in them that looks like a key.
 */
public final class LangChain4jProvider {
    private LangChain4jProvider() {}

    /**
     * Adapts a model.
     *
     * @param model shared by all requests, so safe for use by several threads, as LangChain4j's are
     * @param executor runs the model, which blocks: its size bounds what is under way; not shut down by the provider
     * @return a provider that interrupts the model's thread when a request is cancelled
     */
    public static CompletionProvider of(ChatModel model, Executor executor) {
        return CompletionProvider.blocking(request -> complete(model, request), executor);
    }

    @SuppressWarnings(
            "CatchingUnchecked") // clients throw more than LangChain4j's own, for example of their HTTP library
    private static Completion complete(ChatModel model, CompletionRequest request) {
        ChatRequest worded = ChatRequest.builder()
                .messages(messages(request))
                .parameters(parameters(request))
                .build();
        try {
            return Replies.completion(model.chat(worded));
        } catch (ContentFilteredException e) {
            return Replies.filtered(e);
        } catch (RuntimeException e) {
            throw Faults.translate(request.key().model().provider(), e);
        }
    }

    private static List<ChatMessage> messages(CompletionRequest request) {
        List<ChatMessage> messages = new ArrayList<>();
        request.system().map(SystemMessage::from).ifPresent(messages::add);
        messages.add(UserMessage.from(request.prompt()));
        return messages;
    }

    private static ChatRequestParameters parameters(CompletionRequest request) {
        SamplingParameters set = request.parameters();
        refuse(request, "seed", set.seed().isPresent());
        refuse(request, "reasoning-effort", set.reasoningEffort().isPresent());
        DefaultChatRequestParameters.Builder<?> parameters =
                ChatRequestParameters.builder().modelName(request.key().model().name());
        set.temperature().ifPresent(parameters::temperature);
        set.topP().ifPresent(parameters::topP);
        set.topK().ifPresent(parameters::topK);
        set.maxOutputTokens().ifPresent(parameters::maxOutputTokens);
        if (!set.stop().isEmpty()) {
            parameters.stopSequences(set.stop());
        }
        return parameters.build();
    }

    private static void refuse(CompletionRequest request, String parameter, boolean isSet) {
        if (isSet) {
            throw new InvalidRequestException(
                    request.key().model().provider() + ": a request of LangChain4j holds no " + parameter
                            + "; set it on the ChatModel and leave it unset here",
                    Optional.of(parameter),
                    true);
        }
    }
}
