package dev.slop.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionRequest;
import org.junit.jupiter.api.Test;

/** What is sent, and how answers of all kinds are read. */
abstract class AnswerContract extends DialectFixture {
    @Test
    void complete_plainRequest_sendsNothingUnasked() {
        ScriptedServer server = serve(exchange -> exchange.send(200, answered("Mango")));
        Requests.answer(connect(server), request(0));

        Exchange sent = server.take();
        assertThat(sent.requestLine()).isEqualTo(requestLine());
        assertThat(sent.headers())
                .contains(keyHeader())
                .containsEntry("content-type", "application/json")
                .doesNotContainKeys("upgrade", "http2-settings");
        assertThat(sent.json()).hasToString(plainBody().formatted(PROMPT));
    }

    @Test
    void complete_parametersSet_sendsThem() {
        ScriptedServer server = serve(exchange -> exchange.send(200, answered("Mango")));
        CompletionRequest request = Requests.with(Requests.withSystem(request(0), "Be brief."), parametersSent());
        Requests.answer(connect(server), request);

        assertThat(server.take().json()).hasToString(bodyWithParameters().formatted(PROMPT));
    }

    @Test
    void complete_answer_isReadWhole() {
        CompletionProvider provider = connect(
                e -> e.send(200, answered("Mango 🥭"), "x-request-id", "req-1", "X-Ratelimit-Limit-Requests", "60"));

        Completion answer = Requests.answer(provider, request(0));

        assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(answer.text()).isEqualTo("Mango 🥭");
        assertThat(answer.finishReason().kind()).isEqualTo(FinishReason.Kind.STOP);
        assertThat(answer.usage()).isEqualTo(usage());
        assertThat(answer.modelVersion()).contains("m-001");
        assertThat(answer.requestId()).contains("req-1");
        assertThat(answer.rateLimits().requestsPerMinute()).hasValue(60);
        assertThat(answer.raw()).contains(answered("Mango 🥭"));
    }

    @Test
    void complete_emptyAnswer_isAnAnswer() {
        assertThat(ask(empty())).returns(Outcome.ANSWERED, Completion::outcome).returns("", Completion::text);
    }

    @Test
    void complete_refusal_isAnAnswer() {
        for (Canned canned : refused()) {
            assertThat(ask(canned))
                    .returns(Outcome.REFUSED, Completion::outcome)
                    .returns(
                            FinishReason.Kind.REFUSAL,
                            answer -> answer.finishReason().kind());
        }
    }

    @Test
    void complete_blocked_isAnAnswer() {
        for (Canned canned : blocked()) {
            assertThat(ask(canned))
                    .returns(Outcome.BLOCKED, Completion::outcome)
                    .returns(
                            FinishReason.Kind.CONTENT_FILTER,
                            answer -> answer.finishReason().kind());
        }
    }

    @Test
    void complete_truncated_isAnAnswer() {
        assertThat(ask(truncated()))
                .returns(Outcome.TRUNCATED, Completion::outcome)
                .returns("Man", Completion::text)
                .returns(
                        FinishReason.Kind.LENGTH,
                        answer -> answer.finishReason().kind());
    }

    @Test
    void complete_unknownFinishReason_isKept() {
        finished("moon_phase")
                .ifPresent(canned -> assertThat(ask(canned))
                        .returns(Outcome.ANSWERED, Completion::outcome)
                        .returns("Mango", Completion::text)
                        .returns(FinishReason.other("moon_phase"), Completion::finishReason));
    }
}
